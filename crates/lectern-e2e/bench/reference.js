// A fixed piece of work, to tell a slow machine from a slow page.
window.reference = () => {
  const began = performance.now();
  let sum = 0;
  for (let n = 0; n < 20_000_000; n += 1) sum = (Math.imul(sum, 31) + n) | 0;
  window.referenceSum = sum;
  return performance.now() - began;
};
