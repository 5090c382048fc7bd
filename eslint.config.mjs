import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** The direction app → construct → domain and the two accounts apart: docs/adr/0001-repository-layout.md. */
const boundaries = [
  {
    sourceTag: 'layer:tool',
    onlyDependOnLibsWithTags: ['layer:tool', 'layer:app', 'layer:construct', 'layer:domain', 'layer:testing'],
  },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: ['layer:construct', 'layer:domain', 'layer:testing'],
    bannedExternalImports: ['@cdktf/*', '@aws-sdk/*'],
  },
  {
    sourceTag: 'layer:construct',
    onlyDependOnLibsWithTags: ['layer:construct', 'layer:domain', 'layer:testing'],
    bannedExternalImports: ['@aws-sdk/*'],
  },
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: ['layer:domain'],
    bannedExternalImports: ['cdktf', 'constructs', '@cdktf/*', '@aws-sdk/*'],
  },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:service', onlyDependOnLibsWithTags: ['scope:service', 'scope:shared'] },
  { sourceTag: 'scope:central', onlyDependOnLibsWithTags: ['scope:central', 'scope:shared'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  {
    sourceTag: 'scope:tool',
    onlyDependOnLibsWithTags: ['scope:tool', 'scope:shared', 'scope:service', 'scope:central'],
  },
];

const providerPackages = ['@cdktf/provider-aws', '@cdktf/provider-kubernetes', '@cdktf/provider-helm'];
const wholeProvider = {
  paths: providerPackages.map((name) => ({
    name,
    message: 'Import the resource path, e.g. @cdktf/provider-aws/lib/vpc: the index costs seconds and 750 MB.',
  })),
};

export default tseslint.config(
  { ignores: ['**/node_modules', '**/cdktf.out', '**/.ingress', '.nx', '.emulator', '.policy', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: boundaries }],
      'no-restricted-imports': ['error', wholeProvider],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^toThrow/][arguments.length=0]',
          message: 'Name the error that is expected.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  prettier,
);
