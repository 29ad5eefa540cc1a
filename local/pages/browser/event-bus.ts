type Callback = (payload: unknown) => void;

/** `events.on` and `events.emit` between the frames of a page. */
export interface EventBus {
  on(event: string, callback: Callback): () => void;
  emit(event: string, payload: unknown): void;
}

export function createEventBus(): EventBus {
  const callbacks = new Map<string, Set<Callback>>();
  return {
    on(event, callback) {
      const listening = callbacks.get(event) ?? new Set();
      callbacks.set(event, listening.add(callback));
      return () => listening.delete(callback);
    },
    emit(event, payload) {
      for (const callback of callbacks.get(event) ?? []) callback(payload);
    },
  };
}
