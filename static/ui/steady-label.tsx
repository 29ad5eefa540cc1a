export interface SteadyLabelProps {
  texts: string[];
  /** Which of them. */
  shown: number;
}

/** One of several texts, as wide as the widest of them. */
export const SteadyLabel = ({ texts, shown }: SteadyLabelProps) => (
  <span className="inbox-steady">
    {texts.map((text, index) => (
      <span key={text} data-shown={index === shown}>
        {text}
      </span>
    ))}
  </span>
);
