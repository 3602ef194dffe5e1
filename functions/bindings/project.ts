/** The project that this runs in. */
export function projectId(): string {
  const project = process.env.GCLOUD_PROJECT;
  if (project) return project;
  throw new Error('GCLOUD_PROJECT is not set: the platform tells a function its project there.');
}
