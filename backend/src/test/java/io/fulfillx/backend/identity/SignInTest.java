package io.fulfillx.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SignInTest {
    private final TestBackend.Org org = TestBackend.newOrg();
    private final ApiClient anybody = new ApiClient(TestBackend.assembly().port(), "");

    SignInTest() {
        org.as("manager");
    }

    private Answer signIn(String password) {
        return anybody.post(
                "/api/v1/auth/sign-in",
                Map.of(
                        "organization",
                        org.slug(),
                        "email",
                        "manager@" + org.slug(),
                        "password",
                        password));
    }

    private Answer refresh(String token) {
        return anybody.post(
                "/api/v1/auth/refresh", Map.of("organization", org.slug(), "refreshToken", token));
    }

    @Test
    void theRightPasswordOpensASession() {
        Answer answer = signIn("correct horse battery");
        assertEquals(200, answer.status());
        assertEquals("manager", answer.json().path("role").asText());
        assertEquals(3600, answer.json().path("expiresInSeconds").asInt());
    }

    @Test
    void aWrongPasswordIsRefusedWithAProblem() {
        Answer answer = signIn("wrong");
        assertEquals(401, answer.status());
        assertEquals("unauthenticated", answer.code());
        assertEquals("application/problem+json", answer.mediaType());
    }

    @Test
    void tooManyWrongPasswordsCloseTheDoorForAWhile() {
        for (int i = 0; i < 10; i++) {
            assertEquals(401, signIn("wrong").status());
        }
        assertEquals(429, signIn("correct horse battery").status());
    }

    @Test
    void aRefreshTokenWorksOnceAndItsReuseEndsTheWholeSession() {
        String first = signIn("correct horse battery").json().path("refreshToken").asText();
        Answer second = refresh(first);
        assertEquals(200, second.status());
        String next = second.json().path("refreshToken").asText();
        assertNotEquals(first, next);
        assertEquals(401, refresh(first).status());
        assertEquals(401, refresh(next).status());
    }

    @Test
    void aTokenThatWasTamperedWithProvesNobody() {
        String token = signIn("correct horse battery").json().path("accessToken").asText();
        String[] parts = token.split("\\.");
        String forged = parts[0] + "." + parts[1] + "x." + parts[2];
        int port = TestBackend.assembly().port();
        assertEquals(200, new ApiClient(port, token).get("/api/v1/stations").status());
        assertEquals(401, new ApiClient(port, forged).get("/api/v1/stations").status());
        assertEquals(401, anybody.get("/api/v1/stations").status());
    }

    @Test
    void theSameKeyGivesTheSameOutcomeAndAnotherBodyIsRefused() {
        ApiClient manager = org.as("manager");
        Answer first = manager.post("/api/v1/stations", Map.of("name", "Bench 1"), "k1");
        Answer again = manager.post("/api/v1/stations", Map.of("name", "Bench 1"), "k1");
        Answer other = manager.post("/api/v1/stations", Map.of("name", "Bench 2"), "k1");
        assertEquals(201, first.status());
        assertEquals(first.json(), again.json());
        assertEquals(422, other.status());
        assertEquals(1, manager.get("/api/v1/stations").json().path("items").size());
    }
}
