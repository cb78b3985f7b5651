import { absent, compact, type Resource } from './resource.ts';

/** What a patient sees of a report or document made in error: that there is one, and nothing it says. */
export function masked(resource: Resource): Resource {
  const bare = {
    ...resource,
    description: undefined,
    author: undefined,
    performer: undefined,
    resultsInterpreter: undefined,
  };
  return resource['resourceType'] === 'DiagnosticReport'
    ? compact({ ...bare, code: absent('masked'), presentedForm: undefined })
    : compact({ ...bare, type: absent('masked'), content: [{ attachment: absent('masked') }] });
}
