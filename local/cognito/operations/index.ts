import * as administerUser from './administer-user.ts';
import { adminCreateUser } from './create-user.ts';
import { confirmForgotPassword, forgotPassword } from './forgotten-password.ts';
import { adminInitiateAuth, initiateAuth } from './initiate-auth.ts';
import { listUsers } from './list-users.ts';
import type { Operation } from './operation.ts';
import { adminRespondToAuthChallenge, respondToAuthChallenge } from './respond-to-auth-challenge.ts';
import { changePassword, getUser, globalSignOut, revokeToken, signUp } from './self-service.ts';

/** Every action that the emulator knows, by its name in `X-Amz-Target`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    AdminCreateUser: adminCreateUser,
    AdminDeleteUser: administerUser.adminDeleteUser,
    AdminDisableUser: administerUser.adminDisableUser,
    AdminEnableUser: administerUser.adminEnableUser,
    AdminGetUser: administerUser.adminGetUser,
    AdminInitiateAuth: adminInitiateAuth,
    AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
    AdminSetUserPassword: administerUser.adminSetUserPassword,
    AdminUpdateUserAttributes: administerUser.adminUpdateUserAttributes,
    AdminUserGlobalSignOut: administerUser.adminUserGlobalSignOut,
    ChangePassword: changePassword,
    ConfirmForgotPassword: confirmForgotPassword,
    ForgotPassword: forgotPassword,
    GetUser: getUser,
    GlobalSignOut: globalSignOut,
    InitiateAuth: initiateAuth,
    ListUsers: listUsers,
    RespondToAuthChallenge: respondToAuthChallenge,
    RevokeToken: revokeToken,
    SignUp: signUp,
  }),
);
