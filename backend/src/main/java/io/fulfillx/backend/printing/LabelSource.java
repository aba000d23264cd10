package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.LabelLanguage;

import java.util.Optional;

/** Label documents as they are stored, in the form that suits a printer. */
final class LabelSource {
    private final ShippingModule shipping;
    private final ObjectStore documents;

    LabelSource(ShippingModule shipping, ObjectStore documents) {
        this.shipping = shipping;
        this.documents = documents;
    }

    /** Where a document lies. */
    record Stored(TrackingNumber trackingNumber, LabelFormat format, String key) {}

    /** Empty when the label was taken back, or replaced by another. */
    Optional<ParcelLabel> live(Tx tx, PrintLabel label) {
        return shipping.label(tx, label.parcelId())
                .filter(ParcelLabel::live)
                .filter(ParcelLabel::hasDocuments)
                .filter(each -> each.trackingNumber().equals(label.trackingNumber()));
    }

    /** The form that a printer of the language needs no translation for, else the page. */
    Stored stored(ParcelLabel label, LabelLanguage language) {
        return language.speaks(LabelFormat.ZPL)
                ? new Stored(label.trackingNumber(), LabelFormat.ZPL, label.zplKey())
                : new Stored(label.trackingNumber(), LabelFormat.PDF, label.pdfKey());
    }

    /** Reads a document; never inside a transaction. Empty when it is gone. */
    Optional<LabelDocument> read(Stored stored) {
        return documents
                .find(stored.key())
                .map(bytes -> new LabelDocument(stored.trackingNumber(), stored.format(), bytes));
    }
}
