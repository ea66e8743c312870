// Parts of a browser that can be absent or forbidden: what `work` gives, else `fallback`.
export const attempt = (work, fallback) => {
  try {
    return work();
  } catch {
    return fallback?.();
  }
};
