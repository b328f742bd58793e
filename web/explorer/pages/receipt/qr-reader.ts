import { decodeQR } from "qr/decode.js";

/** Longest side of what is searched, pixels: enough for the largest code (185 modules) in a third of a photograph. */
const SIDE = 2_400;
/** What may be spent on a picture that is hard to read, milliseconds; a frame of the camera gets the library's own share. */
const PATIENCE = 2_000;
const EVERY = 200;

/** Pixels of a picture or of what the camera sees, shrunk to `SIDE`; undefined while there is nothing to see. */
function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (across < 1 || down < 1) return undefined;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [across, down];
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  // What is transparent in a picture would be read as black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, across, down);
  context.drawImage(source, 0, 0, across, down);
  return context.getImageData(0, 0, across, down);
}

function textIn(pixels: ImageData | undefined, timeLimit?: number): string | undefined {
  if (!pixels) return undefined;
  try {
    return decodeQR(pixels, timeLimit === undefined ? {} : { timeLimit }) || undefined;
  } catch {
    // The library throws when it finds no code.
    return undefined;
  }
}

/**
 * The text of the first QR code in a picture; undefined when there is none to be found.
 *
 * @throws DOMException when it is no picture
 */
export async function readPicture(picture: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture);
  try {
    return textIn(pixelsOf(bitmap, bitmap.width, bitmap.height), PATIENCE);
  } finally {
    bitmap.close();
  }
}

/**
 * Looks through the camera until a code is seen.
 *
 * @param show where the reader sees what the camera sees
 * @throws DOMException when the camera may not be used or there is none; the reason of `signal` when aborted
 */
export async function readCamera(show: HTMLVideoElement, signal: AbortSignal): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment", width: { ideal: 1_920 }, height: { ideal: 1_080 } },
  });
  try {
    signal.throwIfAborted();
    show.srcObject = stream;
    await show.play();
    for (;;) {
      const text = textIn(pixelsOf(show, show.videoWidth, show.videoHeight));
      if (text !== undefined) return text;
      await new Promise((resolve) => setTimeout(resolve, EVERY));
      signal.throwIfAborted();
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
    show.srcObject = null;
  }
}
