/** Stable codes of what the page cannot take for a receipt, by the name of its text; each is listed in docs/errors.md. */
export const receiptCodes = {
  nothing: "LOG_RECEIPT_NOTHING",
  unknownForm: "LOG_RECEIPT_FORM",
  otherFile: "LOG_RECEIPT_OTHER",
  isAddress: "LOG_RECEIPT_ADDRESS",
} as const;

/** The same, of QR codes. */
export const qrCodes = {
  noCode: "QR_CODE_ABSENT",
  noPicture: "QR_PICTURE",
  noCamera: "QR_CAMERA",
  noReader: "QR_READER",
} as const;
