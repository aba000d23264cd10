package io.fulfillx.printing.queue;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** One line of a {@link FileJournal}, and how it is written. */
sealed interface JournalEntry {
    /** A label is about to leave. */
    record Intended(PrintIntent intent) implements JournalEntry {}

    /** Its last byte has been handed over. */
    record Sent(UUID jobId, long bytes) implements JournalEntry {}

    /** It has an end; which one is for people. */
    record Ended(UUID jobId, String outcome) implements JournalEntry {}

    /** Its bytes, without length and checksum. */
    default byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (this) {
                case Intended(PrintIntent intent) -> {
                    out.writeByte('I');
                    write(out, intent);
                }
                case Sent(UUID jobId, long count) -> {
                    out.writeByte('S');
                    write(out, jobId);
                    out.writeLong(count);
                }
                case Ended(UUID jobId, String outcome) -> {
                    out.writeByte('E');
                    write(out, jobId);
                    out.writeUTF(outcome);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The opposite of {@link #encode}.
     *
     * @throws IOException when it was written by something else
     */
    static JournalEntry decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readByte();
            return switch (kind) {
                case 'I' -> new Intended(intent(in));
                case 'S' -> new Sent(uuid(in), in.readLong());
                case 'E' -> new Ended(uuid(in), in.readUTF());
                default -> throw new IOException("a journal entry of an unknown kind " + kind);
            };
        }
    }

    private static void write(DataOutputStream out, PrintIntent intent) throws IOException {
        PrintJob job = intent.job();
        write(out, job.jobId());
        write(out, job.parcelId().value());
        out.writeUTF(job.document().trackingNumber().value());
        out.writeUTF(job.document().format().name());
        byte[] content = job.document().content();
        out.writeInt(content.length);
        out.write(content);
        out.writeInt(job.copy());
        out.writeInt(job.skip());
        out.writeUTF(intent.printer());
        out.writeLong(intent.sequence());
        Long count = intent.countBefore();
        out.writeBoolean(count != null);
        out.writeLong(count == null ? 0 : count);
        out.writeInt(intent.labels());
    }

    private static PrintIntent intent(DataInputStream in) throws IOException {
        UUID jobId = uuid(in);
        ParcelId parcelId = new ParcelId(uuid(in));
        TrackingNumber number = new TrackingNumber(in.readUTF());
        LabelFormat format = LabelFormat.valueOf(in.readUTF());
        LabelDocument document = new LabelDocument(number, format, in.readNBytes(in.readInt()));
        PrintJob job = new PrintJob(jobId, parcelId, document, in.readInt(), in.readInt());
        String printer = in.readUTF();
        long sequence = in.readLong();
        boolean counted = in.readBoolean();
        long count = in.readLong();
        @Nullable Long countBefore = counted ? count : null;
        return new PrintIntent(job, printer, sequence, countBefore, in.readInt());
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
