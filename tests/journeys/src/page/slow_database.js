// The database in which the browser keeps SIMs is busy for a while: whoever opens it waits.
{
  const MILLISECONDS = 1500;
  const busy = indexedDB.open("kept", 99);
  busy.onupgradeneeded = () => {
    const { transaction, result } = busy;
    const store = result.createObjectStore("busy");
    const until = performance.now() + MILLISECONDS;
    const goOn = () => {
      if (performance.now() > until) {
        // It is of the version again that it was.
        transaction.abort();
      } else {
        store.get(0).onsuccess = goOn;
      }
    };
    goOn();
  };
}
