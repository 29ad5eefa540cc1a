import { useStore as useZustand } from 'zustand';
import { createStore as createZustand, type StoreApi } from 'zustand/vanilla';

/** State that lives outside of what is drawn. Whoever reads it sees one whole version; every change is another object. */
export type Store<State> = StoreApi<State>;

/** A store as its readers have it. */
export type Readable<State> = Omit<Store<State>, 'setState'>;

export const createStore = <State>(initial: State): Store<State> => createZustand(() => initial);

/** What a component needs of a store; it is drawn anew only when that is another value. */
export const useStore = <State, Part>(store: Readable<State>, select: (state: State) => Part): Part =>
  useZustand(store, select);
