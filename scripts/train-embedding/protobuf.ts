/**
 * The two kinds of protobuf fields that ONNX files need here (https://protobuf.dev/programming-guides/encoding):
 * variable-length integers, and bytes with their length before them (strings and messages alike).
 */
export function integer(field: number, value: number): Uint8Array {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

export function bytes(field: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

export function text(field: number, value: string): Uint8Array {
  return bytes(field, Buffer.from(value, 'utf8'));
}

export function message(field: number, ...fields: readonly Uint8Array[]): Uint8Array {
  return bytes(field, Buffer.concat(fields));
}

/** Seven bits a byte, lowest first; the eighth bit says that more follow. */
function varint(value: number): Uint8Array {
  const result: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) result.push((rest % 128) | 128);
  return Uint8Array.from([...result, rest]);
}
