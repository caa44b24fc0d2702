## unreviewed
# Was die Seiten von sich aus sagen. Ereignisse, Orte und Gründe stehen in domain.ftl.

# Der Rahmen einer Seite
skip-to-content = Zum Inhalt
leave = Schnell verlassen
languages = Sprache
menu = Bereiche der Website
to-menu = Bereiche
home = Startseite
footer-privacy = Diese Website setzt keine Cookies, zählt keine Besuche und ruft nichts von anderen Websites ab.
footer-privacy-keep = Diese Website setzt keine Cookies und zählt keine Besuche. Solange Sie nicht auf die Schaltfläche drücken, ruft sie nichts von anderen Websites ab.
pinned = Dies ist eine Vorführung: Sie sehen die Website so, wie sie am { $date } war.
unreviewed = Die deutschen Texte der Oberfläche hat noch niemand redaktionell geprüft, dessen Name hier stehen könnte.
comma = ,
ref = [{ $number }]

# Menschen in Listen
mark-yes = Sie können schreiben
mark-listed = nur wer auf der Liste steht
mark-wait = noch nicht schreiben
mark-no = nicht schreiben
people-count = { $count ->
    [one] { $count } Mensch
   *[other] { $count } Menschen
}
by-letter = Nach Anfangsbuchstaben
by-month = Nach Monaten

# Startseite
home-people = { $count ->
    [one] Auf dieser Website finden Sie { $count } Person.
   *[other] Auf dieser Website finden Sie { $count } Menschen.
}
home-writable = { $count ->
    [0] Zurzeit können Sie an niemanden schreiben.
   *[other] An { $count } von ihnen können Sie schreiben.
}
few-letters = Wer die wenigsten Briefe bekommt
few-letters-intro = Bekannte Gefangene bekommen oft Post. Diese Menschen bekommen fast nie welche.
choose = Finden, wem Sie schreiben
birthdays-soon = Geburtstage in diesem Monat
how-to-write = Wie Sie einen Brief schreiben
step-choose = Wählen Sie einen Menschen aus und öffnen Sie seine Seite: Dort stehen die Anschrift und die Regeln.
step-write = Schreiben Sie über sich, über das Wetter, über ein Buch, das Sie gelesen haben. Ein paar Zeilen genügen: Es zählt, dass ein Brief gekommen ist.
step-send = Übertragen Sie die Anschrift Zeile für Zeile auf den Umschlag, und legen Sie ein leeres Blatt, einen Umschlag und eine Briefmarke für die Antwort bei, wo die Regeln es erlauben.
new-people = Neue Namen
by-name = Nach Namen finden
by-name-released = Frei oder nicht mehr am Leben, nach Namen
doors = Andere Wege zu suchen

# Die Seite eines Menschen
address = Anschrift für Briefe
address-verified = Anschrift geprüft am { $date }.
address-verified-by = Bestätigt von:
ask-after = Wenn der { $date } schon vorbei ist, fragen Sie nach, ob die Anschrift noch gilt, bevor Sie schreiben.
address-stale-since = Diese Anschrift ist lange nicht bestätigt worden, das letzte Mal am { $date }. Fragen Sie nach, bevor Sie schreiben.
address-stale = Diese Anschrift hat niemand bestätigt. Fragen Sie nach, bevor Sie schreiben.
prisoner-number = Gefangenennummer:
held-at = Haftort:
services = Briefe über das Internet
services-intro = Diese Dienste drucken Briefe aus und übergeben sie:
letter = Ihr Brief
reads = Liest:
interests = Interessen:
in-practice = In der Praxis:
rule-checked = Geprüft am { $date }.
safety = Ihre eigene Sicherheit
safety-read = Jeden Brief liest die Zensur. Schreiben Sie so, als sähe sie Ihnen dabei über die Schulter.
safety-case = Gehen Sie nicht auf das Strafverfahren ein, und fragen Sie nicht danach.
safety-address = Geben Sie als Absender eine Anschrift und einen Namen oder ein Pseudonym an, so wie es die Regeln des Ortes verlangen.
safety-money = Legen Sie kein Geld in den Umschlag.
safety-no-answer = Wenn keine Antwort kommt, heißt das nicht, dass Ihr Brief nicht angekommen ist. Schreiben Sie wieder.
story = Die Geschichte
story-more = Weiterlesen
story-rest = Fortsetzung der Geschichte
back-to-profile = Anschrift und Regeln für Briefe
single-copy = Diese Seite wurde einzeln verschickt. Seitdem kann sich manches geändert haben: Suchen Sie ihre neueste Fassung auf der Website.
translator = Übersetzt von { $name }
translation-missing = Es gibt noch keine Übersetzung; der Text steht hier { $original }.
translation-older = Das Original wurde nach der Übersetzung geändert: Die neuesten Nachrichten fehlen hier vielleicht.
in-short = Kurz gefasst
birth = Geboren
also = Andere Schreibweisen des Namens
region = Region
articles = Artikel der Anklage
timeline = Was geschehen ist
timeline-more = Alle Ereignisse und Quellen
cases = Gruppenverfahren
recognitions = Anerkannt von
support = Wer hilft
sources = Quellen
photo-credit = Foto:

# Auf Papier
sheet-link = Drucken, kopieren, weitergeben
sheet-print = Gedruckt ist diese Seite ein Blatt Papier: die Adresse zum Ausschneiden und die Regeln für den Brief.
sheet-print-go = Drucken
sheet-copy = Adresse kopieren
sheet-share = Weitergeben
sheet-take = Text kopieren
sheet-copied = Kopiert.
sheet-selected = Dieser Browser lässt die Seite nicht kopieren. Der Text ist markiert: Kopieren Sie ihn selbst.
sheet-label = Adresse zum Ausschneiden
sheet-story = Die ganze Geschichte steht auf der Website „{ $site }“:
sheet-send = Zum Weitergeben im Messenger
envelopes = Auf einen Umschlag drucken
envelope-print = In 100 % Größe, ohne Ränder und Kopfzeilen, auf einen Umschlag dieses Formats drucken. Auf die Linien links oben gehört Ihre eigene Adresse.
envelope-sheet = Regeln für den Brief
labels = Etiketten
labels-link = Etiketten für Umschläge drucken
labels-print = Für A4-Bögen mit 3 × 8 Etiketten von 70 × 37 mm. In 100 % Größe drucken, ohne Ränder und Kopfzeilen. In der Ecke jedes Etiketts steht der Tag, an dem die Adresse geprüft wurde.
labels-count = { $count ->
    [one] { $count } Etikett
   *[other] { $count } Etiketten
}
labels-left-out = Erst nachlesen
labels-left-out-about = Für diese Menschen gibt es keine Etiketten: Nicht alle dürfen ihnen schreiben, oder Briefe gehen über jemand anderen, oder nach der Adresse muss man erst fragen, oder sie ist zu lang.

# Andere Seiten
postal-address = Postanschrift
facility-address-hint = Ein Brief braucht in der ersten Zeile einen Namen: Die ganze Anschrift steht auf der Seite des Menschen, dem Sie schreiben.
channels = Wie Briefe ankommen
letter-rules = Regeln für Briefe
held-here = Hier in Haft
once-here = Früher hier in Haft
others-here = Die übrigen stehen in der Liste:
about-facility = Über diesen Ort
former-names = Frühere Namen
renamed = (umbenannt: { $date })
facility-closed = Dieser Haftort ist geschlossen ({ $date }).
facility-successor = Stattdessen:
case-people = Die Menschen in diesem Verfahren
about-case = Über das Verfahren
alternative = Sicherer ist es, sich hierhin zu wenden:
designations = Wie die Behörden sie brandmarken
about-organisation = Über die Organisation
countries = Länder
price = Preis
payment = Bezahlung
limits = Beschränkungen
service-rules = Was anders ist als bei einem Brief auf Papier
about-service = Über den Dienst
service-closed = Dieser Dienst ist eingestellt ({ $date }).
envelope-country = Das Land auf dem Umschlag, wenn Sie aus dem Ausland schreiben:
transit = Wie lange ein Brief braucht
days-count = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
country-facilities = Haftorte
about-country = Mehr

# Termine
birthdays-intro = Nur Menschen, denen man jetzt schreiben kann und deren Geburtstag genannt werden darf. Schicken Sie Ihren Brief früh ab.
birthdays-none = In diesem Monat steht kein Geburtstag auf der Liste.
letter-dates = Tage, an denen viele schreiben
letter-dates-intro = Zu diesen Tagen kommen viele Briefe an. Schicken Sie Ihren rechtzeitig ab.
for-calendars = Diese Tage in Ihren Kalender übernehmen (.ics)
post-by = Abschicken bis zum { $date }

# Was von Seiten bleibt
removed = Diese Seite wurde entfernt
removed-text = Hier war einmal eine Seite. Es gibt sie nicht mehr.
moved = Diese Seite ist umgezogen
moved-text = Sie ist jetzt hier:
not-found = Diese Seite gibt es nicht
not-found-text = Löschen Sie in der Adresszeile alles, was nach dem Namen der Website und dem ersten Schrägstrich steht: Dann öffnet sich der Anfang der Website. Wenn Sie die Website über einen Spiegel oder aus einem Ordner geöffnet haben, löschen Sie von rechts ein Wort nach dem anderen, von Schrägstrich zu Schrägstrich.

# Ist eine Kopie echt?
verify-link = Ist diese Kopie echt?
verify = Ist diese Kopie echt?
verify-intro = Alle können diese Website kopieren, und alle können eine Kopie verändern: eine andere Anschrift, ein anderes Spendenkonto. Ein Browser sieht das nicht. Die Redaktion signiert jede Ausgabe; mit ihrem Schlüssel können Sie jede Kopie prüfen, ganz gleich, bei wem sie liegt.
verify-key-elsewhere = Ein Schlüssel, den Sie auf der Kopie selbst lesen, beweist nichts: Wer die Seiten verändert, verändert auch den Schlüssel. Nehmen Sie ihn von einem Flugblatt, aus einem Buch, von Bekannten, aus einer älteren Kopie, und vergleichen Sie.
no-script = Dazu braucht es Skripte. Hier sind sie ausgeschaltet oder nicht angekommen.
check-here = Dateien in diesem Browser prüfen
check-limits = Diese Seite prüft Dateien, die Sie ihr geben. Sie sendet nirgendwohin etwas und funktioniert auch ohne Netz, als einzelne Datei gespeichert. Aber ein gefälschter Spiegel kann eine gefälschte Seite ausliefern, die alles „echt“ nennt: Benutzen Sie eine Kopie dieser Seite von anderswo oder kommen Sie ohne sie aus.
check-key = Schlüssel, der auf anderem Weg zu Ihnen kam: Fingerabdruck der Wurzelschlüssel (64 Ziffern und Buchstaben) oder ein Signierschlüssel (beginnt mit RW)
check-files = Dateien, die Sie aus der Kopie gespeichert haben
check-about = release.txt, release.txt.minisig und SHA256SUMS; bei einem Fingerabdruck auch alle Dateien aus keys/; und die Seiten, die Sie prüfen möchten, so gespeichert, wie sie angekommen sind („nur HTML“).
check-go = Prüfen
check-anew = Neu auswählen
check-picked = Ausgewählte Dateien: { $count }; die nächsten kommen hinzu.
check-need-key = Das ist weder ein solcher Fingerabdruck noch ein solcher Schlüssel.
check-need-release = Fügen Sie auch die Dateien release.txt und release.txt.minisig hinzu.
check-signed = Die Signatur ist echt. Ausgabe { $sequence } der Website { $site }, erstellt am { $created }, signiert mit dem Schlüssel { $key }.
check-fresh = Die Ausgabe gilt bis zum { $expires }; die Uhr dieses Geräts zeigt { $now }.
check-stale = Die Ausgabe ist am { $expires } abgelaufen; die Uhr dieses Geräts zeigt { $now }. Die Kopie ist alt, oder die Uhr geht falsch: Sehen Sie auf anderen Spiegeln nach.
check-one-key = Sie haben einen Signierschlüssel angegeben. Wenn die Redaktion ihn ersetzt oder widerruft, erfährt diese Prüfung nichts davon; mit dem Fingerabdruck der Wurzelschlüssel würde sie es erfahren.
check-old-keys = Die Schlüsselliste ist am { $expires } abgelaufen: Suchen Sie eine neuere Kopie.
check-genuine = { $name }: eine echte Datei, { $path }
check-changed-file = { $name } wurde verändert oder in anderer Form gespeichert als angekommen.
check-renamed = { $name }: eine echte Datei unter einem anderen Namen, { $path }
check-unreadable = { $name } ließ sich nicht lesen; wählen Sie die Datei noch einmal aus.
check-archive = { $name } wird hier nicht geprüft: Entpacken Sie das Archiv, und prüfen Sie, was darin ist.
check-compare = Vergleichen Sie jeden Pfad mit der Adresse, von der Sie die Datei gespeichert haben. Ein Server kann eine echte Seite anstelle einer anderen zeigen.
check-stranger = { $name } gehört nicht zu dieser Ausgabe.
check-need-sums = Noch ist keine Seite geprüft: Fügen Sie die Datei SHA256SUMS dieser Ausgabe und die Seiten hinzu.
check-rest = Nur die hier genannten Dateien wurden geprüft. Ob es eine neuere Ausgabe gibt, zeigt das nicht.
check-refused = Vertrauen Sie dieser Kopie nicht.
check-some-bad = Nicht echte Dateien: { $count } von { $files }. Vertrauen Sie dieser Kopie nicht.
check-unfinished = Die Prüfung konnte nicht zu Ende geführt werden.
check-document = { $name } ist beschädigt oder nicht das, was der Name sagt.
check-other-key = Signiert ist mit dem Schlüssel { $key }, und das ist nicht der, dem Sie vertrauen.
check-changed = Die Signatur mit dem Schlüssel { $key } gehört zu einem anderen Text: Die Datei oder ihre Signatur wurde verändert.
check-revoked = Signiert ist mit dem Schlüssel { $key }, den die Redaktion widerrufen hat.
check-outside-window = Der Schlüssel { $key } darf Ausgaben mit diesem Datum nicht signieren.
check-other-roots = Keine Datei aus keys/ enthält die Wurzelschlüssel mit diesem Fingerabdruck.
check-too-few = Die Schlüsselliste { $set } hat zu wenige Signaturen von Wurzelschlüsseln.
check-other-set = Die Ausgabe nennt die Schlüsselliste { $set }, die nicht auf diesen Fingerabdruck zurückgeht.
check-other-site = Das ist die Ausgabe einer anderen Website: { $site }
by-hand = Von Hand prüfen
by-hand-intro = Dazu brauchen Sie zwei Programme, die nicht von uns stammen: minisign und sha256sum. Speichern Sie diese Dateien in einem Ordner, die aus keys/ darin in einem Ordner keys:
by-hand-signature = Die Signatur. Setzen Sie statt KEY den Signierschlüssel ein, dem Sie vertrauen. Die Antwort muss mit „Signature and comment signature verified“ beginnen.
by-hand-sums = Die Dateiliste. Beide Prüfsummen, die der zweite Befehl ausgibt, müssen in release.txt stehen, in den Zeilen files: und mirrors:
by-hand-files = Die Dateien, im Ordner einer ganzen Kopie: Jede Zeile muss mit OK enden.
by-hand-some = Wenn Sie nur einen Teil der Seiten haben, ergänzen Sie
by-hand-read = Lesen Sie release.txt: Ist es diese Website, liegt das Datum in der Zeile expires: noch in der Zukunft, und ist die Zahl in der Zeile sequence: nicht kleiner als die, die Sie früher gesehen haben?
by-root = Wenn Sie den Fingerabdruck der Wurzelschlüssel haben
by-root-fingerprint = Dieser Befehl muss den Fingerabdruck ausgeben:
by-root-signatures = Mindestens zwei dieser Signaturen müssen echt sein, jede mit einem anderen der drei Schlüssel, die in der Datei hinter root: stehen. Setzen Sie statt ROOT den Schlüssel ein, zu dem die Signatur gehört; wenn er nicht passt, nennt minisign den richtigen.
by-root-release = Hinter release: stehen die Schlüssel, die Ausgaben signieren dürfen, mit ihrem ersten und letzten Tag. Nehmen Sie einen davon oben als KEY, aber keinen, dessen Nummer hinter revoked: steht. Nach dem Datum in der Zeile expires: gilt keiner mehr.
by-older-root = Wenn Sie einen älteren Fingerabdruck haben
by-older-root-find = Dann gibt der erste Befehl etwas anderes aus. Sehen Sie nach, welche Datei Ihren Fingerabdruck hat:
by-older-root-steps = Beginnen Sie mit dieser Datei: Zwei ihrer eigenen Wurzelschlüssel müssen sie signiert haben. Gehen Sie dann von Datei zu Datei bis zur neuesten. Jede müssen zwei Wurzelschlüssel der vorhergehenden Datei und zwei ihrer eigenen signiert haben.
by-root-own = { $set }, mit Schlüsseln aus derselben Datei:
by-root-before = mit Schlüsseln aus { $before }:
site-keys = Die Schlüssel dieser Website
site-keys-intro = Zum Vergleich mit dem, was Sie haben. Wer Flugblätter macht, holt sich die Schlüssel bei der Redaktion, nicht hier.
root-fingerprint = Fingerabdruck der Wurzelschlüssel
root-fingerprint-about = Er bleibt gleich, wenn die Redaktion einen Signierschlüssel ersetzt. Er steht auf den Flugblättern.
root-fingerprint-qr = QR-Code des Fingerabdrucks
release-keys = Schlüssel, mit denen Ausgaben signiert werden
release-key-window = Schlüssel { $key }, für Ausgaben vom { $from } bis zum { $until }
release-key-qr = QR-Code des Schlüssels { $key }
no-check = Was keine Prüfung zeigen kann
no-check-page = Dass diese Seite ehrlich ist. Sie kam aus derselben Kopie.
no-check-newest = Dass es keine neuere Ausgabe gibt. Vergleichen Sie das Datum in release.txt auf mehreren Spiegeln.
no-check-others = Dass Seiten echt sind, die Sie nicht geprüft haben.

# Spiegel
mirrors = Kopien dieser Website
mirrors-intro = Wenn eine Adresse gesperrt ist, funktioniert eine andere. Alle Kopien sind gleich; keine ist die Hauptkopie.
mirrors-check = Die Kopien werden nicht von denen bereitgehalten, die diese Website schreiben, sondern von anderen; diese könnten etwas verändert haben.
mirrors-none = Zurzeit gibt es keine öffentliche Liste.
mirrors-sent-here = Wenn Sie eine andere Seite aufgerufen haben und diese sehen: Weder dieser Server noch die anderen haben mit einer echten Seite geantwortet. Versuchen Sie es selbst mit einer dieser Adressen.
mirror-since = seit dem { $date }
whole-site = Die ganze Website in einer Datei
whole-site-intro = Zum Weitergeben oder zum Lesen ohne Netz. Diese Dateien gibt es nicht in jeder Kopie; wenn ein Link ins Leere führt, versuchen Sie es mit einer anderen Kopie.
become-mirror = Eine Kopie für andere bereithalten
become-mirror-intro = Jeder Platz für Dateien eignet sich: ein Webhosting, ein Cloud-Speicher, ein Computer zu Hause. Sie müssen niemanden fragen und nichts einrichten. Kopieren Sie auf einem dieser Wege, und prüfen Sie, was Sie haben:
become-mirror-wget = von jeder beliebigen Kopie:
become-mirror-address = ADRESSE
become-mirror-zip = site.zip: entpacken und hochladen, was im Ordner liegt
become-mirror-torrent = site.torrent: Jedes BitTorrent-Programm lädt das Archiv herunter und gibt es weiter
become-mirror-ipfs = site.car: in einen IPFS-Knoten importieren (ipfs dag import) und dort anheften
become-mirror-risk = An einem öffentlichen Spiegel ist zu erkennen, wer ihn bezahlt. Überlegen Sie vorher, wer Ihnen Fragen stellen könnte und wo Sie sich befinden.

# Dateien, die keine Seite zeigt
files = Weitere Dateien
files-intro = Zu diesen Dateien führen keine Seiten, oder nicht immer. Die Liste steht hier, damit Programme, die Links folgen, die ganze Website kopieren.

# Eine Kopie auf dem Gerät
keep = Eine Kopie auf diesem Gerät speichern
keep-intro = Dieser Browser kann die ganze Website speichern. Dann öffnet sie sich ohne Netz, und wenn diese Adresse gesperrt ist oder ihre Seiten verändert sind, holt der Browser echte von anderen Spiegeln.
keep-before = Bevor Sie das tun
keep-before-size = Die Website muss dazu heruntergeladen werden. Die erste Schaltfläche fragt nur, wie groß sie ist, und speichert nichts.
keep-before-searched = Wer dieses Gerät durchsucht, sieht, dass Sie diese Website gespeichert haben: in den Daten des Browsers, mit jeder Seite. Wenn das gefährlich ist, tun Sie es nicht.
keep-before-mirror = Das Skript, das die Seiten prüft, kommt auch von diesem Spiegel. Ein unehrlicher Spiegel könnte es durch eines ersetzen, das alles durchlässt. Prüfen Sie zuerst, von außerhalb der Kopie:
keep-before-requests = Um nach Neuem und nach fehlenden Seiten zu suchen, fragt der Browser dann bei den Spiegeln der öffentlichen Liste an. Diese sehen Ihre IP-Adresse, ebenso wie dieser Spiegel hier.
keep-not-here = Hier funktioniert das nicht: Nötig sind eine Adresse mit https: und ein eigener Ordner. Nehmen Sie site.zip oder einen https:-Spiegel.
keep-ask = Wie groß ist die Website?
keep-go = Speichern
keep-size = Etwa { $megabytes } MB in { $files } Dateien.
keep-silent = Es kommt keine Antwort. Ohne Netz oder solange diese Adresse gesperrt ist, lässt sich die Größe nicht abfragen.
keep-unsigned = Diese Kopie hat keine lesbare release.txt: Sie ist keine Ausgabe und kann nicht gespeichert werden.
keep-working = Gespeichert: { $done } von { $files }
keep-stopped = Das Herunterladen ist bei { $done } von { $files } stehen geblieben. Was angekommen ist, bleibt; drücken Sie noch einmal auf die Schaltfläche, um fortzufahren.
keep-kept = Gespeichert: Ausgabe { $sequence } vom { $created }, gültig bis zum { $expires }.
keep-mirrors = Spiegel, die dieser Browser nutzen kann: { $usable }; nicht nutzbar oder ohne Antwort: { $unusable }.
keep-liars = Von hier kam etwas, das keine echte Ausgabe ist: { $addresses }
keep-older = Die Spiegel bieten eine frühere Ausgabe an als die gespeicherte. Sie wurde abgelehnt.
keep-refused = Was diese Adresse als Ausgabe anbietet, ist nicht echt. Nichts davon wurde übernommen.
keep-twin = Es gibt zwei verschiedene Ausgaben mit der Nummer { $sequence }, beide mit gültiger Signatur. Vielleicht wurde der Schlüssel der Redaktion gestohlen. Nichts wurde übernommen; geben Sie der Redaktion Bescheid.
keep-unbelieved = Was hier gespeichert ist, wurde verändert oder ist beschädigt und wird deshalb nicht gezeigt. Speichern Sie die Website neu, oder löschen Sie alles.
keep-full = Der Browser hat nicht genug Platz für alle Dateien. Schaffen Sie Platz auf dem Gerät, und versuchen Sie es noch einmal.
keep-failed = Nicht alles ließ sich herunterladen und als echt erkennen. Was vorher gespeichert war, bleibt; versuchen Sie es später noch einmal.
keep-forget-heading = Die Kopie löschen
keep-forget-about = Entfernt alle gespeicherten Seiten und das Skript, das die Seiten prüft. Verlauf und Cache des Browsers bleiben bestehen: Löschen Sie beides selbst. Schließen Sie zuerst andere Tabs mit dieser Website.
keep-forget = Alles löschen
keep-forgotten = Alles wurde entfernt.
keep-left = Nicht alles ließ sich entfernen. Schließen Sie alle Tabs mit dieser Website, und löschen Sie ihre Daten in den Einstellungen des Browsers.

search = Eine Person suchen
search-label = Name oder Haftort
search-about = In jeder Schrift und Schreibweise: Solschenizyn, Solzhenitsyn und Soljenitsyne finden dieselbe Person. Mehrere Wörter in beliebiger Folge; kleine Tippfehler schaden nicht.
search-privacy = Was Sie schreiben, wird weder gesendet noch gespeichert. Der Browser ruft von dieser Website Teile einer Namensliste ab: Wer die Verbindung beobachtet, kann daraus die ersten Buchstaben erraten.
search-without = Ohne sie hilft ein Blick in die Listen weiter unten.
search-short = Schreiben Sie mindestens zwei Buchstaben.
search-working = Es wird gesucht …
search-found = Gefunden: { $count }
search-many = Angezeigt: { $count }, vielleicht gibt es mehr. Ergänzen Sie Buchstaben oder ein weiteres Wort.
search-none = Niemand gefunden. Versuchen Sie eine andere Schreibweise oder weniger Wörter, oder sehen Sie in die Listen weiter unten.
search-failed = Ein Teil der Namensliste ist nicht angekommen, hier kann also jemand fehlen. Versuchen Sie es noch einmal, oder sehen Sie in die Listen weiter unten.
search-lists = In den Listen
