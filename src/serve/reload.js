(() => {
  const seen = document.currentScript.dataset.seen;
  let poll = new AbortController();
  const ask = async () => {
    poll.abort();
    // A browser opens few connections to one server: tabs in the background leave them free.
    if (document.hidden) return;
    poll = new AbortController();
    const { signal } = poll;
    try {
      const answer = await fetch("/.vestochka/wait?seen=" + seen, { signal, cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
      if ((await answer.text()) !== seen) location.reload();
      else ask();
    } catch {
      if (!signal.aborted) setTimeout(ask, 1000);
    }
  };
  document.addEventListener("visibilitychange", ask);
  ask();
})();
