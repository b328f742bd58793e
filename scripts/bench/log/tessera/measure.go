package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

const (
	batchAge = tessera.DefaultBatchMaxAge
	// As in the server that Tessera publishes its own figures of (cmd/conformance/posix, storage/posix/PERFORMANCE.md):
	// the default of 10 s would only publish later.
	checkpointInterval = time.Second
	// How often the published checkpoint is looked at.
	lookEvery = 20 * time.Millisecond
)

// Times are milliseconds unless their names say seconds.
type result struct {
	Version            string  `json:"version"`
	GoVersion          string  `json:"goVersion"`
	BatchSize          uint    `json:"batchSize"`
	BatchAge           int64   `json:"batchAge"`
	CheckpointInterval int64   `json:"checkpointInterval"`
	Entries            int     `json:"entries"`
	Seconds            float64 `json:"seconds"`
	// until the index is durable
	P50 float64 `json:"p50"`
	P99 float64 `json:"p99"`
	// until a checkpoint covers the entry
	PublishedP50 float64 `json:"publishedP50"`
	PublishedP95 float64 `json:"publishedP95"`
	// processor time of log and writers, which are one process
	CPUSeconds float64 `json:"cpuSeconds"`
}

type added struct {
	from, durable time.Time
	index         uint64
}

type checkpoint struct {
	seen time.Time
	size uint64
}

func measure(folder string, writers int, batch uint, size int, length time.Duration) result {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	secret, _, err := note.GenerateKey(rand.Reader, "bench.example/log") // Ed25519
	check(err)
	signer, err := note.NewSigner(secret)
	check(err)
	driver, err := posix.New(ctx, posix.Config{Path: folder})
	check(err)
	appender, shutdown, reader, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(checkpointInterval).
		WithBatching(batch, batchAge))
	check(err)
	looking, stop := context.WithCancel(ctx)
	defer stop()
	seen := make(chan []checkpoint)
	go func() { seen <- look(looking, reader) }()

	used, started := cpuSeconds(), time.Now()
	each := make([][]added, writers)
	var group sync.WaitGroup
	for at := range writers {
		group.Add(1)
		go func() {
			defer group.Done()
			for time.Since(started) < length {
				entry, from := unique(size), time.Now()
				index, err := appender.Add(ctx, tessera.NewEntry(entry))()
				check(err)
				each[at] = append(each[at], added{from, time.Now(), index.Index})
			}
		}()
	}
	group.Wait()
	spent, cost := time.Since(started), cpuSeconds()-used
	check(shutdown(ctx)) // returns when a checkpoint covers everything
	stop()
	checkpoints := <-seen

	var durable, covered []float64
	for _, entry := range slices.Concat(each...) {
		first := slices.IndexFunc(checkpoints, func(one checkpoint) bool { return one.size > entry.index })
		durable = append(durable, milliseconds(entry.durable.Sub(entry.from)))
		covered = append(covered, milliseconds(checkpoints[first].seen.Sub(entry.from)))
	}
	slices.Sort(durable)
	slices.Sort(covered)
	return result{
		BatchSize: batch, BatchAge: batchAge.Milliseconds(), CheckpointInterval: checkpointInterval.Milliseconds(),
		Entries: len(durable), Seconds: spent.Seconds(), CPUSeconds: cost,
		P50: percentile(durable, 0.5), P99: percentile(durable, 0.99),
		PublishedP50: percentile(covered, 0.5), PublishedP95: percentile(covered, 0.95),
	}
}

// Every checkpoint that covers more than the one before, until it is told to stop, the last one included.
func look(ctx context.Context, reader tessera.LogReader) []checkpoint {
	var all []checkpoint
	for size, last := uint64(0), false; !last; time.Sleep(lookEvery) {
		last = ctx.Err() != nil
		text, err := reader.ReadCheckpoint(context.WithoutCancel(ctx))
		check(err)
		// The second line is the size: C2SP tlog-checkpoint.
		now, err := strconv.ParseUint(strings.Split(string(text), "\n")[1], 10, 64)
		check(err)
		if now > size {
			size = now
			all = append(all, checkpoint{time.Now(), size})
		}
	}
	return all
}

func unique(size int) []byte {
	random := make([]byte, (size+1)/2)
	rand.Read(random) // never fails
	return []byte(hex.EncodeToString(random))[:size]
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func percentile(sorted []float64, share float64) float64 {
	return sorted[int(float64(len(sorted))*share)]
}

func milliseconds(length time.Duration) float64 { return float64(length.Microseconds()) / 1e3 }
