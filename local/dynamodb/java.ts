import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The `java` to run: that of JAVA_HOME when it is there, else the one on the PATH. */
export function findJava(environment: Readonly<Record<string, string | undefined>>): string {
  const home = environment.JAVA_HOME;
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const ofHome = home ? join(home, 'bin', name) : undefined;
  return ofHome && existsSync(ofHome) ? ofHome : 'java';
}

const howToGetJava = `Install a Java runtime, 17 or later, and start again:
  Debian, Ubuntu   sudo apt-get install --yes openjdk-17-jre-headless
  macOS            brew install openjdk@17 && export JAVA_HOME="$(brew --prefix openjdk@17)"
  Windows          winget install EclipseAdoptium.Temurin.17.JRE
An installed one elsewhere is found through JAVA_HOME.`;

/** The error for a DynamoDB Local that ended before it served, told from what it printed. */
export function explainFailure(exitCode: number | null, output: string): Error {
  if (exitCode === 127 || /Unable to locate a Java Runtime/.test(output)) {
    return new Error(`DynamoDB Local needs Java, and there is none on this machine. ${howToGetJava}`);
  }
  if (/UnsupportedClassVersionError/.test(output)) {
    return new Error(`DynamoDB Local needs a newer Java than the one on this machine. ${howToGetJava}`);
  }
  return new Error(`DynamoDB Local ended at once (exit code ${exitCode}): ${output.trim() || 'it printed nothing.'}`);
}
