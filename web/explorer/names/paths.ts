/** The page of a reported project: by its own number, so that it shows the newest file's word for ever. */
export const reportedPath = ({ scheme, number }: { readonly scheme: string; readonly number: string }) =>
  `/reported/${scheme}:${encodeURIComponent(number)}`;
