package dev.tradewind.alerts.mail;

import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import java.util.List;

/**
 * Sends one message to all recipients of a channel. Every attempt at a version has the same
 * Message-ID, so that mail programs show a repeat once; later versions answer the first.
 */
record MailDelivery(ReactiveMailer mailer, String from, String channel, List<String> recipients)
    implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    String id = "<" + parcel.id() + "." + channel + "@" + domain + ">";
    Mail mail =
        new Mail()
            .setFrom(from)
            .setTo(recipients)
            .setSubject(parcel.message().path("subject").asText())
            .setText(parcel.message().path("text").asText())
            .setHtml(parcel.message().path("html").asText())
            .addHeader("Message-ID", id)
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("List-Id", "<" + channel + ".tradewind." + domain + ">");
    String first = parcel.ts();
    if (first != null) {
      mail.addHeader("In-Reply-To", first).addHeader("References", first);
    }
    return mailer
        .send(mail)
        .<Outcome>map(sent -> new Outcome.Delivered(first == null ? id : first))
        .onFailure(SMTPException.class)
        .recoverWithItem(failure -> outcome(failure));
  }

  /** The code only: the server's words may hold addresses or a greeting of any length. */
  private static Outcome outcome(SMTPException failure) {
    String detail = "SMTP " + failure.getReplyCode();
    return failure.isPermanent()
        ? new Outcome.Refused(detail)
        : new Outcome.Postponed(null, false, detail);
  }
}
