/** Makes a value when it is first asked for, and then keeps it: a format of `Intl` takes tens of milliseconds on a slow phone. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
