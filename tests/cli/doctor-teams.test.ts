import { expect, test } from 'vitest';
import { workplace } from './program.ts';

const ID = '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11';
const set = {
  TEAMS_CLIENT_ID: ID,
  TEAMS_CLIENT_SECRET: 'een~geheim.van-Entra',
  TEAMS_TENANT_ID: 'c5a0c0de-1111-4222-8333-444455556666',
  PUBLIC_URL: 'https://campagne.example.org',
};

const doctor = async (more: object) => (await workplace({ ...set, ...more }).cli(['doctor'])).out;

test('the doctor names the endpoint for the Azure Bot when Teams is set up', async () => {
  expect(await doctor({})).toMatch(/^ok .*https:\/\/campagne\.example\.org\/api\/messages/m);
});

test.each([
  [{ PUBLIC_URL: 'http://campagne.example.org' }, /^problem {2}Teams cannot call http:/m],
  [{ PUBLIC_URL: 'https://10.0.0.5' }, /^problem {2}Teams cannot call https:\/\/10/m],
  [{ TEAMS_CLIENT_SECRET: ID }, /^problem {2}TEAMS_CLIENT_SECRET looks like the id of a secret/m],
  [
    { TEAMS_UNAUTHENTICATED: 'on', PUBLIC_URL: undefined },
    /^problem {2}Teams is set up without authentication/m,
  ],
])('%j is a problem, and the doctor says what to do', async (more, problem) => {
  expect(await doctor(more)).toMatch(problem);
});
