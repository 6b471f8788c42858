// Finds the order in which a WebAssembly module's functions stand next to those they are most alike. Brotli says in fewer
// bits that something stood a moment ago than that it stood far back, and goes on with what it has just learnt of one kind of
// function: that is a fortieth of the app. Which function stands where means nothing to the program.

// So many bytes in a row are compared: an instruction and what it is about.
const RUN = 3;
// Runs are told apart by as many hashes; with more of them nothing gets smaller.
const HASHES = 4096;

/** The module with names for its functions: sorted by these, they stand as they should. */
export function withNamesByLikeness(wasm) {
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ kind }) => kind === 'function').length;
  const order = byLikeness(bodies(wasm).map(profile));
  const places = [];
  order.forEach((at, place) => { places[at] = place; });
  // What is imported keeps its order, the most used first.
  const names = [...Array(imported).keys(), ...places.map((place) => imported + place)];
  const entries = names.flatMap((name, at) => [...number(at), ...text(String(name).padStart(6, '0'))]);
  const functions = [...number(names.length), ...entries];
  const section = [...text('name'), 1, ...number(functions.length), ...functions];
  return Buffer.concat([wasm, Buffer.from([0, ...number(section.length), ...section])]);
}

/** From the first one on, next comes whichever of those left is most like the one before. */
function byLikeness(profiles) {
  const left = new Set(profiles.keys());
  const order = [];
  for (let next = 0; left.size > 0; ) {
    order.push(next);
    left.delete(next);
    const here = new Float32Array(HASHES);
    for (const [hash, weight] of profiles[next]) here[hash] = weight;
    let most = -1;
    for (const at of left) {
      let likeness = 0;
      for (const [hash, weight] of profiles[at]) likeness += here[hash] * weight;
      if (likeness > most) [most, next] = [likeness, at];
    }
  }
  return order;
}

/** Which runs a function has and how much of it each is: pairs that make a direction, so that length does not count. */
function profile(body) {
  const counts = new Map();
  for (let at = 0; at + RUN <= body.length; at++) {
    let hash = 0x811c9dc5;
    for (const byte of body.subarray(at, at + RUN)) hash = Math.imul(hash ^ byte, 0x01000193);
    hash = (hash ^ (hash >>> 15)) & (HASHES - 1);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const weights = [...counts].map(([hash, count]) => [hash, Math.log1p(count)]);
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return weights.map(([hash, weight]) => [hash, weight / length]);
}

/** The bytes of each function that is not imported. */
function bodies(wasm) {
  let at = 8;
  const read = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (;;) {
    const [kind, length] = [wasm[at++], read()];
    if (kind === 10) break;
    at += length;
  }
  return Array.from({ length: read() }, () => {
    const length = read();
    at += length;
    return wasm.subarray(at - length, at);
  });
}

const number = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)]);
const text = (words) => [...number(words.length), ...Buffer.from(words)];
