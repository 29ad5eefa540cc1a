import { chooseTheme, currentTheme, onThemeChange, THEMES } from './theme';

/** Wires the radio buttons of the person menu. */
export function enableThemeChoice(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="theme"]')];
  const show = (): void => {
    for (const radio of radios) radio.checked = radio.value === currentTheme();
  };
  for (const radio of radios) {
    radio.addEventListener('change', () => {
      const theme = THEMES.find((name) => name === radio.value);
      if (theme && radio.checked) chooseTheme(theme);
    });
  }
  onThemeChange(show);
  show();
}
