import { join } from 'node:path';
import { type Courier, type Deliveries, startCourier } from './courier.ts';
import { type Java, writeJavaShim } from './java-shim.ts';
import type { Ports } from './ports.ts';
import type { Prepared } from './prepare.ts';
import { HOST } from './project.ts';

/** How the Firestore emulator's events travel in a run. */
export interface Events {
  readonly courier: Courier;
  /** A folder to be put first on PATH: its `java` lets the Firestore emulator bring its events to the courier. */
  readonly javaFolder: string;
}

/** Starts the courier, and writes the `java` that the Firestore emulator is to be started with. */
export async function beginEvents(
  { folder, retried }: Pick<Prepared, 'folder' | 'retried'>,
  ports: Ports,
  java: Java,
  deliveries?: Deliveries,
): Promise<Events> {
  const javaFolder = writeJavaShim(join(folder.path, 'java'), `${HOST}:${ports.courier}`, java);
  const courier = await startCourier({
    port: ports.courier,
    functions: ports.functions,
    retried,
    log: folder.log('courier'),
    ...(deliveries && { deliveries }),
  });
  return { courier, javaFolder };
}
