package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.WaveId;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All labels of a wave in one document, in the order in which the wave is walked. */
final class LabelDocuments {
    private final Transactions transactions;
    private final FulfillmentModule fulfillment;
    private final LabelStore labels;
    private final ObjectStore documents;

    LabelDocuments(
            Transactions transactions,
            FulfillmentModule fulfillment,
            LabelStore labels,
            ObjectStore documents) {
        this.transactions = transactions;
        this.fulfillment = fulfillment;
        this.labels = labels;
        this.documents = documents;
    }

    /**
     * @param partial true to leave out labels that are still missing
     * @throws Fault NOT_FOUND when there is no such wave; NOT_ALLOWED_NOW when labels are missing
     */
    byte[] zpl(OrgId org, WaveId wave, boolean partial) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] label : read(org, wave, partial, Label.Purchase::zplKey)) {
            all.writeBytes(label);
            // A label ends with its last command; the next begins on a line of its own.
            all.write('\n');
        }
        return all.toByteArray();
    }

    /**
     * @see #zpl
     */
    byte[] pdf(OrgId org, WaveId wave, boolean partial) {
        PDFMergerUtility merger = new PDFMergerUtility();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        merger.setDestinationStream(all);
        read(org, wave, partial, Label.Purchase::pdfKey)
                .forEach(label -> merger.addSource(new RandomAccessReadBuffer(label)));
        try {
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException("a stored label is no readable PDF", e);
        }
        return all.toByteArray();
    }

    private List<byte[]> read(
            OrgId org, WaveId wave, boolean partial, Function<Label.Purchase, String> key) {
        List<String> keys = transactions.inOrg(org, tx -> keys(tx, wave, partial, key));
        return keys.stream()
                .map(
                        each ->
                                documents
                                        .find(each)
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                "document " + each + " is gone")))
                .toList();
    }

    private List<String> keys(
            Tx tx, WaveId wave, boolean partial, Function<Label.Purchase, String> key) {
        if (!fulfillment.hasWave(tx, wave)) {
            throw Fault.notFound("wave");
        }
        List<String> keys = new ArrayList<>();
        int missing = 0;
        for (Parcel parcel : fulfillment.ofWave(tx, wave)) {
            if (parcel.status() == ParcelStatus.CANCELLED) {
                continue;
            }
            Optional<Label.Purchase> found =
                    labels.newest(tx, parcel.parcelId())
                            .filter(label -> label.state() == LabelState.PURCHASED)
                            .map(Label::purchase);
            // A sheet that its station drew is on the parcel, and nowhere else.
            found.filter(bought -> !bought.isLeased()).map(key).ifPresent(keys::add);
            missing += found.isPresent() ? 0 : 1;
        }
        if (missing > 0 && !partial) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "%d of %d labels are still missing. Wait, or ask with partial=true."
                            .formatted(missing, missing + keys.size()));
        }
        if (keys.isEmpty()) {
            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "This wave has no label yet.");
        }
        return keys;
    }
}
