// Measures Tessera, POSIX driver, as a peer of the action log: writers that each add an entry, wait until its index is
// durable and add the next. Prints one line of JSON, which scripts/bench/log/peer.ts reads.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/transparency-dev/tessera"
)

func main() {
	folder := flag.String("folder", "", "where the log is written; one that is not there yet")
	writers := flag.Int("writers", 64, "that add entries at the same time")
	batch := flag.Uint("batch", tessera.DefaultBatchMaxSize, "entries that are sequenced together, at most")
	size := flag.Int("bytes", 360, "of an entry")
	length := flag.Duration("length", 6*time.Second, "of the measurement")
	flag.Parse()
	measured := measure(*folder, *writers, *batch, *size, *length)
	measured.Version, measured.GoVersion = version("github.com/transparency-dev/tessera"), runtime.Version()
	check(json.NewEncoder(os.Stdout).Encode(measured))
}

func version(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			return dependency.Version
		}
	}
	return "of unknown version"
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
