interface Event {
  userPath: string;
  queryParameters: Record<string, string[]>;
}

export async function handler(event: Event, context: unknown): Promise<unknown> {
  switch (event.userPath) {
    case '/fail':
      throw new Error('Broken on purpose');
    case '/nothing':
      return undefined;
    case '/bad-headers':
      return { statusCode: 200, headers: { 'X-One': 'not a list' } };
    case '/teapot':
      return {
        statusCode: 418,
        statusText: 'Short and stout',
        headers: { 'X-Two': ['a', 'b'] },
        body: 'tea',
      };
    default:
      return { statusCode: 200, body: JSON.stringify({ event, context }) };
  }
}
