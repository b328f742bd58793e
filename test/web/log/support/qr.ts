import { create, toBuffer } from "qrcode";

const QUIET = 4;

/** A picture of a QR code as a reader would choose it, made by another library than the page reads it with. */
export async function qrPicture(text: string) {
  const buffer = await toBuffer(text, { errorCorrectionLevel: "L", scale: 4 });
  return { name: "receipt.png", mimeType: "image/png", buffer };
}

/**
 * What a camera sees that is held before a QR code: one frame of YUV4MPEG2, which Chromium plays as its fake camera
 * again and again. The code is grey on light grey, as paper is in a room.
 *
 * @param side pixels of a module
 */
export function qrVideo(text: string, side = 5): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: "L" });
  const whole = (modules.size + 2 * QUIET) * side;
  const [width, height] = [Math.ceil(whole / 16) * 16 + 64, Math.ceil(whole / 16) * 16];
  const luma = Buffer.alloc(width * height, 200);
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      for (let y = 0; y < side; y++) {
        const start = ((row + QUIET) * side + y) * width + 32 + (column + QUIET) * side;
        luma.fill(45, start, start + side);
      }
    }
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\nFRAME\n`;
  return Buffer.concat([Buffer.from(head), luma, Buffer.alloc((width * height) / 2, 128)]);
}
