package io.fulfillx.launcher;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.api.ServerApi;

import picocli.CommandLine.Option;

import java.net.URI;

/** Who signs in where, for commands that speak to a running server. */
final class SignInOptions {
    @Option(
            names = "--server",
            defaultValue = "${FX_SERVER:-http://127.0.0.1:8080}",
            description = "default: ${DEFAULT-VALUE} (FX_SERVER)")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--organization",
            defaultValue = "${FX_ORGANIZATION:-main}",
            description = "default: ${DEFAULT-VALUE} (FX_ORGANIZATION)")
    private String organization = "main";

    @Option(
            names = "--email",
            defaultValue = "${FX_EMAIL:-admin@localhost}",
            description = "a lead or above; default: ${DEFAULT-VALUE} (FX_EMAIL)")
    private String email = "admin@localhost";

    @Option(
            names = "--password",
            defaultValue = "${FX_PASSWORD:-}",
            interactive = true,
            arity = "0..1",
            description = "asked for when empty (FX_PASSWORD)")
    private String password = "";

    /**
     * @throws ApiProblem when the server refuses or cannot be reached
     */
    ServerApi signIn() {
        return ServerApi.signIn(server, new ServerApi.Credentials(organization, email, password));
    }
}
