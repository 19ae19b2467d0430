// Notes which points are reached, by their numbers.
const ran = new Set();
globalThis.__ran = ran;
