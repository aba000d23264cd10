package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.scanner.gs1.DigitalLink.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class DigitalLinkTest {
    private static final String KEY = "/01/09521234543213";

    private static DigitalLink link(String uri) {
        return switch (DigitalLink.parse(uri)) {
            case Reading.Read(DigitalLink link) -> link;
            case Reading.Wrong(Gs1Error error) -> throw new AssertionError(error);
        };
    }

    private static Optional<String> written(String bracketed) {
        return Gs1Message.parseBracketed(bracketed)
                .message()
                .flatMap(message -> DigitalLink.of(message, "https://shop.example/x/"))
                .map(DigitalLink::uri);
    }

    @Test
    void aLinkOfAnyDomainIsRead() {
        DigitalLink link =
                link("http://shop.example:8080/a/01/b" + KEY + "/10/L%2F7/21/S+1?17=261231&x=1#y");
        assertEquals("http://shop.example:8080/a/01/b", link.stem());
        assertEquals("(01)09521234543213(10)L/7(21)S+1(17)261231", link.message().bracketed());
        assertEquals(3, link.path());
    }

    @Test
    void wordsOfOlderLinksAreUnderstood() {
        assertEquals(
                "(01)09521234543213(22)V(10)L(21)S",
                link("https://a/gtin/09521234543213/cpv/V/lot/L/ser/S").message().bracketed());
    }

    @Test
    void theCanonicalFormKeepsThePathAndPutsFixedLengthsFirst() {
        assertEquals(
                "https://id.gs1.org/01/09521234543213/235/T?17=261231&10=A%2BB",
                link("https://a.example/s" + KEY + "/235/T?10=A%2BB&17=261231").canonical().uri());
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://a/01/09521234543213,                NOT_A_LINK,             '',  0",
        "https:///01/09521234543213,               WRONG_DOMAIN,           '',  8",
        "https://a_b/01/09521234543213,            WRONG_DOMAIN,           '',  9",
        "https://a/b c,                            CHARACTER_NOT_IN_LINKS, '',  11",
        "https://a/shop/item,                      NO_KEY_IN_LINK,         '',  9",
        "https://a/01/09521234543214,              WRONG_CHECK_DIGIT,      01,  26",
        "https://a/01/%30952123454321%3A,          NOT_A_DIGIT,            01,  28",
        "https://a/01/09521234543213/21/S/10/L,    WRONG_LINK_PATH,        01,  9",
        "https://a/01/09521234543213/10/,          EMPTY_VALUE,            10,  31",
        "https://a/01/09521234543213?10=L,         BELONGS_IN_LINK_PATH,   10,  28",
        "https://a/01/09521234543213/235/T?21=S,   NOT_A_LINK_ATTRIBUTE,   21,  34",
        "https://a/01/09521234543213?99=A&99=A,    REPEATED_IN_LINK,       99,  33",
        "https://a/01/09521234543213?89=A,         UNKNOWN_LINK_ATTRIBUTE, '',  28",
        "https://a/01/09521234543213?99=A%00B,     NULL_IN_LINK,           99,  32",
        "https://a/01/09521234543213?99=A%20B,     NOT_IN_SET_82,          99,  32",
        "https://a/01/09521234543213?99=A+B,       NOT_IN_SET_82,          99,  32",
        "https://a/01/09521234543213?37=5,         EXCLUDED,               37,  28",
    })
    void anErrorTellsItsPlaceInTheLink(String uri, Gs1Problem problem, String ai, int at) {
        switch (DigitalLink.parse(uri)) {
            case Reading.Read(DigitalLink link) -> throw new AssertionError(link);
            case Reading.Wrong(Gs1Error error) -> {
                assertEquals(problem, error.problem());
                assertEquals(ai, error.ai());
                assertEquals(at, error.at());
            }
        }
    }

    @Test
    void aMessageBecomesALinkWithAsMuchInThePathAsMayBeThere() {
        assertEquals(
                Optional.of("https://shop.example/x/01/09521234543213/22/V/21/S?17=261231&99=%25"),
                written("(17)261231(21)S(99)%(22)V(01)09521234543213"));
    }

    @Test
    void aMessageWithoutAKeyOrWithWhatMayNotStandThereBecomesNoLink() {
        assertEquals(Optional.empty(), written("(99)A"));
        assertEquals(Optional.empty(), written("(01)09521234543213(8020)A"));
    }
}
