import Spinner from '@atlaskit/spinner';

/** Says what is on its way, for as long as it is. */
export function Loading({ text }: { text: string }) {
  return (
    <p className="fd-loading" role="status">
      <Spinner size="small" label="" />
      <span className="fd-subtle">{text}</span>
    </p>
  );
}
