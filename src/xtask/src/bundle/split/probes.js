// Notes which functions run, by their indices.
const ran = new Set();
globalThis.__ran = ran;
