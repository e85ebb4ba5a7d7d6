// Talks to the stand-in on this machine: actions of a person, the whole chat, and what changes.

export async function ask(path, body) {
  const sent = body === undefined ? {} : { method: "POST", body: body instanceof FormData ? body : JSON.stringify(body) };
  const answer = await fetch(`/control/${path}`, sent);
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error || answer.statusText);
  return found;
}

export const act = (userId, action, body = {}) => ask(`chats/${userId}/${action}`, body);

// One connection for all phones: a browser opens only six to one address.
export function listen(ids, onEvent, onOpen) {
  const source = new EventSource(`/control/events?chats=${ids.join(",")}`);
  source.onopen = onOpen;
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
  return source;
}
