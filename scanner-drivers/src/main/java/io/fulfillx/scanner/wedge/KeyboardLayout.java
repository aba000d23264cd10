package io.fulfillx.scanner.wedge;

import java.util.Locale;

/**
 * What the keys of a keyboard type, plain and with shift, in the order in which they stand: the key
 * left of 1 to the one right of 0, Q's row, A's row with the key at its end, the key left of Z, Z's
 * row. A scanner that plays keyboard presses the keys of the layout it is set to.
 */
public enum KeyboardLayout {
    US(
            "`1234567890-=qwertyuiop[]asdfghjkl;'\\\\zxcvbnm,./",
            "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"||ZXCVBNM<>?",
            ""),
    UK(
            "`1234567890-=qwertyuiop[]asdfghjkl;'#\\zxcvbnm,./",
            "¬!\"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~|ZXCVBNM<>?",
            ""),
    DE(
            "^1234567890ß´qwertzuiopü+asdfghjklöä#<yxcvbnm,.-",
            "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'>YXCVBNM;:_",
            "^´`"),
    FR(
            "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*<wxcvbn,;:!",
            "~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µ>WXCVBN?./§",
            "^¨"),
    ES(
            "º1234567890'¡qwertyuiop`+asdfghjklñ´ç<zxcvbnm,.-",
            "ª!\"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨Ç>ZXCVBNM;:_",
            "`^´¨"),
    IT(
            "\\1234567890'ìqwertyuiopè+asdfghjklòàù<zxcvbnm,.-",
            "|!\"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§>ZXCVBNM;:_",
            ""),
    SE(
            "§1234567890+´qwertyuiopå¨asdfghjklöä'<zxcvbnm,.-",
            "½!\"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÖÄ*>ZXCVBNM;:_",
            "´`¨^"),
    NO(
            "|1234567890+\\qwertyuiopå¨asdfghjkløæ'<zxcvbnm,.-",
            "§!\"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLØÆ*>ZXCVBNM;:_",
            "`¨^"),
    DK(
            "½1234567890+´qwertyuiopå¨asdfghjklæø'<zxcvbnm,.-",
            "§!\"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÆØ*>ZXCVBNM;:_",
            "´`¨^");

    /** The keys that type; the same for all. */
    static final int KEYS = 48;

    private final String plain;
    private final String shifted;
    private final String dead;

    KeyboardLayout(String plain, String shifted, String dead) {
        this.plain = plain;
        this.shifted = shifted;
        this.dead = dead;
    }

    /** As in a setting: {@code us}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The key press that types a character: the key's place, plus {@link #KEYS} with shift.
     *
     * @return -1 when there is none
     */
    int press(char character) {
        int place = plain.indexOf(character);
        if (place >= 0) {
            return place;
        }
        int withShift = shifted.indexOf(character);
        return withShift < 0 ? -1 : withShift + KEYS;
    }

    /** What a key press types. */
    char types(int press) {
        return press < KEYS ? plain.charAt(press) : shifted.charAt(press - KEYS);
    }

    /** Whether it waits for the next letter, to stand above it. */
    boolean isDead(char character) {
        return dead.indexOf(character) >= 0;
    }
}
