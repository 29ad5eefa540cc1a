/** Whose portal page this is. */
export interface PortalPlace {
  accountId: string | undefined;
  cloudId: string | undefined;
  portalId: string;
  locale: string;
}
