import { isOfPortal } from '../invoke-context';
import type { UiModule } from '../manifest';
import type { Project } from '../jira/projects';
import type { Site } from '../site';
import { createManifestTexts, type ManifestTexts } from './manifest-texts';
import { originsOf } from './origins';
import type { CommandData, ModuleData, PageData } from './page-data';
import { ANONYMOUS, isLicensed, type Visitor } from './visitor';

export interface PageScope {
  visitor: Visitor;
  project?: Project | undefined;
  /** The key of the issue or request that the page shows. */
  issueKey?: string;
  /** Members of the extension context that only this page has. */
  extension?: Record<string, unknown>;
}

export interface ModuleSource {
  readonly texts: ManifestTexts;
  /** Modules of a kind that this page may show. */
  modules(kind: UiModule['kind'], scope: PageScope): UiModule[];
  module(key: string): UiModule | undefined;
  title(module: UiModule, visitor: Visitor): string;
  data(module: UiModule, scope: PageScope, historyBase?: string | null): ModuleData;
  /** Everything the scripts of a page need to know. */
  pageData(requestUrl: string, scope: PageScope, modules: ModuleData[]): PageData;
}

/** Turns the manifest's modules into what a page of a person shows of them. */
export function createModuleSource(site: Site): ModuleSource {
  const { manifest } = site;
  const texts = createManifestTexts(manifest);
  const title = (module: UiModule, { locale }: Visitor) => texts.read(module.title, locale) || module.key;

  function data(module: UiModule, scope: PageScope, historyBase: string | null = null): ModuleData {
    const projectId = scope.project?.id;
    const extension = site.extensionOf({ moduleKey: module.key, projectId, extension: scope.extension });
    return {
      key: module.key,
      resource: module.resource ?? module.target?.resource ?? module.key,
      title: title(module, scope.visitor),
      extension,
      projectId: projectId ?? null,
      historyBase,
    };
  }

  function commands(scope: PageScope): CommandData[] {
    return modulesOf('jira:command', scope).map((module) => {
      const page = module.target?.page;
      return {
        title: title(module, scope.visitor),
        keywords: module.keywords ?? [],
        opens: page
          ? { page: `/as/${scope.visitor.pathName}/jira/apps/${page}` }
          : {
              module: data(module, { visitor: scope.visitor }),
              size: module.target?.viewportSize ?? 'medium',
            },
      };
    });
  }

  function modulesOf(kind: UiModule['kind'], { visitor, project }: PageScope): UiModule[] {
    const isPortal = isOfPortal(kind);
    return manifest.ui.filter(
      (module) =>
        module.kind === kind &&
        (isLicensed(visitor) || (isPortal && isOpenTo(module, visitor))) &&
        fitsProject(module, project),
    );
  }

  return {
    texts,
    modules: modulesOf,
    module: (key) => manifest.ui.find((module) => module.key === key),
    title,
    data,
    pageData(requestUrl, scope, modules) {
      const { visitor } = scope;
      return {
        person: { pathName: visitor.pathName, name: visitor.name },
        frameOrigin: originsOf(requestUrl).frames,
        context: {
          accountId: visitor.person?.accountId ?? 'unidentified',
          cloudId: site.cloudId,
          environmentId: site.environmentId,
          environmentType: 'DEVELOPMENT',
          locale: visitor.locale.replace('-', '_'),
          timezone: visitor.timezone,
          ...(site.faults.get().contexts?.siteUrl !== false && { siteUrl: site.siteUrl }),
          surfaceColor: null,
          permissions: { scopes: manifest.permissions.scopes, external: {} },
          userAccess: { enabled: false, hasAccess: true },
        },
        localIdPrefix: `ari:cloud:ecosystem::extension/${manifest.appId}/${site.environmentId}/static/`,
        modules,
        moduleKinds: Object.fromEntries(manifest.ui.map(({ key, kind }) => [key, kind])),
        commands: isLicensed(visitor) ? commands(scope) : [],
      };
    },
  };
}

/** A module of the portal is drawn for people without a licence only when it says so. */
function isOpenTo(module: UiModule, visitor: Visitor): boolean {
  const kind = visitor.pathName === ANONYMOUS.pathName ? 'anonymous' : 'customer';
  return module.unlicensedAccess?.includes(kind) ?? false;
}

/** Display conditions decide what navigation offers; they protect nothing. Others than the project's type hold. */
function fitsProject({ displayConditions }: UiModule, project: Project | undefined): boolean {
  const wanted = displayConditions?.projectType;
  return !project || wanted === undefined || wanted === project.type;
}
