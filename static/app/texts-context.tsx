import { createContext, useContext } from 'react';
import { createTexts, type Texts } from './texts';

const TextsContext = createContext<Texts>(createTexts('en-US', (key) => key));

export const TextsProvider = TextsContext.Provider;

export const useTexts = (): Texts => useContext(TextsContext);
