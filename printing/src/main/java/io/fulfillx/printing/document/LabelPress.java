package io.fulfillx.printing.document;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.document.PressResult.Refused;
import io.fulfillx.printing.language.GuardVerdict;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.ZplGuard;
import io.fulfillx.printing.profile.PrinterProfile;

import java.util.List;

/** Makes the bytes for one printer out of any label document. */
public final class LabelPress {
    private final PrinterProfile profile;

    public LabelPress(PrinterProfile profile) {
        this.profile = profile;
    }

    /** Never throws for what is in the document: what cannot be printed is refused. */
    public PressResult press(LabelDocument document) {
        if (profile.language() == LabelLanguage.ZPL
                && profile.language().speaks(document.format())
                && ZplGuard.inspect(document.content()) instanceof GuardVerdict.Safe) {
            return new Pressed(List.of(document.content()), List.of());
        }
        return new Refused(
                "%s cannot be printed on %s.".formatted(document.format(), profile.name()));
    }
}
