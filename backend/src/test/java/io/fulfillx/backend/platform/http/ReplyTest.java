package io.fulfillx.backend.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ReplyTest {
    @Test
    void aFileIsSavedUnderANameThatCannotLeaveItsHeader() {
        Reply reply = Reply.file("text/plain", "a\"b\r\nX: \u00e4*.txt", new byte[0]);
        assertEquals(
                Optional.of(
                        "attachment; filename=\"a_b__X_ __.txt\";"
                                + " filename*=UTF-8''a%22b%0D%0AX%3A%20%C3%A4%2A.txt"),
                reply.disposition());
    }

    @Test
    void whatMayBeShownHasNoDisposition() {
        assertEquals(Optional.empty(), Reply.document("image/png", new byte[0]).disposition());
    }
}
