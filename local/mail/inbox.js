// The list shows a new mail by itself; a message's frame is as high as the message.
const list = document.querySelector('ol[data-newest]');
if (list) {
  setInterval(async () => {
    const answer = await fetch('/newest').catch(() => undefined);
    if (answer?.ok && (await answer.text()) !== list.dataset.newest) location.reload();
  }, 2000);
}

const frame = document.querySelector('iframe');
const fit = () => {
  const height = frame.contentDocument?.documentElement.scrollHeight;
  if (height) frame.style.height = `${height + 2}px`;
};
frame?.addEventListener('load', fit);
if (frame?.contentDocument?.readyState === 'complete') it();
