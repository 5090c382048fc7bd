import { MissingToolError } from './errors';
import { findPython } from './python';
import { temporaryFolder } from './temporary-folder';

const NEEDED = 'The emulator needs Python 3.10 or newer with venv and pip';
const INSTALL = 'Install Python 3.10+ (on Debian and Ubuntu also python3-venv).';

function pathWith(programs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: temporaryFolder(programs) };
}

describe('findPython', () => {
  it('takes the first Python that is new enough', async () => {
    const environment = pathWith({
      python3: '#!/bin/sh\necho 3 8\n',
      'python3.12': '#!/bin/sh\necho 3 12\n',
      'python3.10': '#!/bin/sh\necho 3 10\n',
    });

    await expect(findPython(environment)).resolves.toBe('python3.12');
  });

  it('rejects a machine without Python, naming the version', async () => {
    await expect(findPython(pathWith({}))).rejects.toEqual(
      new MissingToolError(`${NEEDED}; found no Python on the PATH. ${INSTALL}`),
    );
  });

  it('rejects one that is too old, or has no venv, naming what was found', async () => {
    const withoutVenv = '#!/bin/sh\ncase "$2" in *venv*) exit 1;; esac\necho 3 11\n';
    const environment = pathWith({ python3: withoutVenv, python: '#!/bin/sh\necho 2 7\n' });

    await expect(findPython(environment)).rejects.toEqual(
      new MissingToolError(
        `${NEEDED}; found python3: version 3.11 without venv or ensurepip; python: version 2.7. ${INSTALL}`,
      ),
    );
  });
});
