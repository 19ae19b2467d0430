// Looks at a contestant's page and takes the time, for all of them with the same code. Runs before the page's own.
(() => {
  const bench = {};
  window.bench = bench;
  performance.setResourceTimingBufferSize(20_000);

  // What is waited for, each with what to do when a frame has shown it.
  const waiting = new Set();

  // The size of this element changes in every frame, so its observer is called in every frame, after all callbacks of
  // `requestAnimationFrame` and after layout: what stands in the document then is what is painted.
  const beacon = document.createElement('div');
  beacon.style.cssText = 'position: fixed; inline-size: 1px; block-size: 0; visibility: hidden; contain: strict';
  const holds = (condition) => {
    try {
      return condition();
    } catch {
      // The page is not that far yet.
      return false;
    }
  };
  const endOfFrame = () => {
    for (const watch of waiting) {
      if (!holds(watch.condition)) continue;
      waiting.delete(watch);
      // The first task after the frame.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => watch.done(performance.now());
      port2.postMessage(null);
    }
  };
  new ResizeObserver(endOfFrame).observe(beacon);
  let ticking = false;
  const tick = () => {
    ticking = waiting.size > 0;
    if (!ticking) return;
    if (!beacon.isConnected) document.documentElement?.append(beacon);
    beacon.style.inlineSize = beacon.style.inlineSize === '1px' ? '2px' : '1px';
    requestAnimationFrame(tick);
  };
  const watch = (condition, done) => {
    waiting.add({ condition, done });
    if (!ticking) {
      ticking = true;
      requestAnimationFrame(tick);
    }
  };

  // What is in sight.

  const inSight = () => {
    const { top, bottom } = contestant.view();
    const rows = [...contestant.rowElements()].map((row) => ({ row, bounds: row.getBoundingClientRect() }));
    return rows.filter(({ bounds }) => bounds.bottom > top + 1 && bounds.top < bottom - 1);
  };
  const iccids = () => {
    if (contestant.rows) return contestant.rows();
    const rows = inSight().map(({ row }) => row);
    rows.sort((one, other) => contestant.place(one) - contestant.place(other));
    return rows.map(contestant.iccid);
  };
  // Whether part of the view has no row with something in it.
  const isBlank = () => {
    const { top, bottom } = contestant.view();
    const written = inSight().filter(({ row }) => contestant.iccid(row));
    const covered = written.map(({ bounds }) => Math.min(bounds.bottom, bottom) - Math.max(bounds.top, top));
    return covered.reduce((sum, height) => sum + height, 0) < bottom - top - 2;
  };

  const fits = ({ shown, selected, open, first, last }) => {
    if (open !== undefined && contestant.open() !== open) return false;
    if (shown !== undefined && contestant.shown() !== shown) return false;
    if (selected !== undefined && contestant.selected() !== selected) return false;
    if (!first && !last) return true;
    const rows = iccids();
    return (!first || first.every((iccid, at) => rows[at] === iccid)) && (!last || rows.includes(last));
  };
  const state = () => {
    try {
      return { shown: contestant.shown(), selected: contestant.selected(), rows: iccids() };
    } catch (error) {
      return { error: String(error) };
    }
  };

  // Tasks of over 50 ms, in which a page answers to nothing.
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });

  // What the driver calls.

  /// When the page showed its first rows, and when it had all of them, since the navigation to it.
  const marks = {};
  bench.follow = (goal) => {
    watch(() => fits({ first: goal.first }), (at) => (marks.first = at));
    const all = new Promise((resolve) => watch(() => fits(goal), (at) => resolve(Object.assign(marks, { all: at }))));
    bench.loaded = () => within(all);
  };

  const LIMIT = 50_000;
  const within = (promise) => {
    const late = new Promise((resolve) => setTimeout(() => resolve({ late: state() }), LIMIT));
    return Promise.race([promise, late]);
  };

  /// Waits for a frame with this.
  bench.settle = (goal) => within(new Promise((resolve) => watch(() => fits(goal), () => resolve({}))));

  const MODIFIERS = ['Control', 'Shift', 'Alt'];
  /// Takes the time from the next event of a kind until a frame shows this. False if it is shown already.
  bench.arm = (kind, goal) => {
    if (fits(goal)) return false;
    bench.outcome = within(
      new Promise((resolve) => {
        const begin = (event) => {
          if (MODIFIERS.includes(event.key)) return;
          removeEventListener(kind, begin, true);
          watch(() => fits(goal), (at) => resolve({ time: at - event.timeStamp }));
        };
        addEventListener(kind, begin, true);
      }),
    );
    return true;
  };

  // Does something between all frames, as input comes between them, and gives the time from frame to frame. Fewer frames
  // have to do where they take too long.
  const frames = (count, act) =>
    new Promise((resolve) => {
      const times = [];
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      const next = (now) => {
        times.push(now);
        if (times.length > count || now - times[0] > LIMIT) return resolve(times.slice(1).map((time, at) => time - times[at]));
        port2.postMessage(null);
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });

  /// The time between frames while nothing happens.
  bench.idle = (count) => frames(count, () => {});

  const steps = (way, count) => {
    const scroller = contestant.scroller();
    const step = way === 'wheel' ? 120 : (scroller.scrollHeight - scroller.clientHeight) / count;
    let position = 0;
    contestant.toTop();
    return () => scroller.scrollTo({ top: (position += step), behavior: 'instant' });
  };
  /// The time between frames while it is scrolled in each of them: by a notch of a wheel, or all the way down.
  bench.scroll = (way, count) => frames(count, steps(way, count));

  /// The same, counting the frames in which a part of the view is blank.
  bench.blanks = async (way, count) => {
    let blank = 0;
    let done = false;
    watch(() => {
      blank += holds(isBlank) ? 1 : 0;
      return done;
    }, () => {});
    await frames(count, steps(way, count));
    done = true;
    return blank;
  };

  /// How long each task was that took over 50 ms and began before all rows were there.
  bench.longTasks = () => longTasks.filter(({ startTime }) => startTime < marks.all).map(({ duration }) => duration);

  /// What came over the wire beside the estate, compressed: all of it, and what came before the first rows were shown.
  bench.bytes = () => {
    const { first } = marks;
    const files = performance.getEntriesByType('resource').filter(({ name }) => !/\/api\/|journey-collector/.test(name));
    const sum = (files) => files.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    return { all: sum(files), first: sum(files.filter(({ responseEnd }) => responseEnd <= first)) };
  };
})();
