/** Whether a call that reverts for what does not exist finds something. */
export const exists = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === "CALL_EXCEPTION") return false;
      throw error;
    },
  );
