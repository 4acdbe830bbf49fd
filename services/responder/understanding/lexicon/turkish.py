"""Turkish."""

from .table import Table

TABLE = Table(
    code="tr",
    common="ben|sen|o|biz|siz|onlar|bana|sana|beni|bir|bu|şu|ve|veya|ya|da|de|ki|mi|mı|mu|mü|mısınız|misiniz|"
    "musunuz|müsünüz|ile|için|ama|fakat|değil|var|yok|ne|nasıl|nerede|nerde|kim|neden|niye|hangi|kaç|çok|daha|"
    "en|evet|hayır|lütfen|merhaba|selam|teşekkürler|teşekkür|ederim|istiyorum|isterim|istiyoruz|olur|olabilir|"
    "misin|mısın|gibi|kadar|sonra|önce|şimdi|benim|sizin|bizim|randevu|almak|gelebilir|uygun|boş|müsait|saat|"
    "saati|gün|günü|günleri|acaba|rica|iyi|günler|tamam|olarak|siz|olsun|alabilir|miyim|mıyım|te|ta|den|dan|e|a|"
    "i|ye|ya|yi",
    weekdays="pazartesi|pazartesiye|pzt, salı|salıya, çarşamba|çarşambaya|çrş, perşembe|perşembeye|prş, cuma|"
    "cumaya, cumartesi|cumartesiye|cmt, pazar|pazara",
    months="ocak|ocakta|ocak ta, şubat|şubatta, mart|martta, nisan|nisanda, mayıs|mayısta, haziran|haziranda, "
    "temmuz|temmuzda, ağustos|ağustosta, eylül|eylülde, ekim|ekimde, kasım|kasımda, aralık|aralıkta",
    numbers="sıfır, bir|birde|bire|biri|birden, iki|ikide|ikiye|ikiyi|ikiden, üç|üçte|üçe|üçü|üçten, dört|"
    "dörtte|dörde|dördü|dörtten, beş|beşte|beşe|beşi|beşten, altı|altıda|altıya|altıyı|altıdan, yedi|yedide|"
    "yediye|yediyi|yediden, sekiz|sekizde|sekize|sekizi|sekizden, dokuz|dokuzda|dokuza|dokuzu|dokuzdan, on|onda|"
    "ona|onu|ondan, on bir|onbir|on birde|on bire|on biri|onbirde, on iki|oniki|on ikide|on ikiye|on ikiyi|"
    "onikide, on üç, on dört, on beş, on altı, on yedi, on sekiz, on dokuz, yirmi, yirmi bir, yirmi iki, "
    "yirmi üç, yirmi dört, yirmi beş, yirmi altı, yirmi yedi, yirmi sekiz, yirmi dokuz, otuz, otuz bir",
    more_numbers={
        35: "otuz beş",
        40: "kırk",
        45: "kırk beş",
        50: "elli",
        55: "elli beş",
    },
    days={
        "0": "bugün|bugüne|bugünkü",
        "0 evening": "bu akşam|bu gece|bugün akşam",
        "0 afternoon": "bugün öğleden sonra",
        "0 morning": "bu sabah|bugün sabah",
        "1": "yarın|yarına|yarınki",
        "1 morning": "yarın sabah",
        "1 afternoon": "yarın öğleden sonra",
        "1 evening": "yarın akşam",
        "2": "öbür gün|ertesi gün|yarından sonra",
        "12:31": "yılbaşı gecesi",
        "1:1": "yılbaşı",
        "-1": "dün|dün akşam",
        "-2": "önceki gün|evvelsi gün",
    },
    parts={
        "morning": "sabah|sabahleyin|sabahtan|öğleden önce|sabahları",
        "afternoon": "öğleden sonra|öğlen|öğleyin|ikindi|öğleden sonraları",
        "evening": "akşam|akşamüstü|akşamleyin|akşamları",
        "night": "geceleyin|geceleri",
    },
    units={
        "minute": "dakika|dk|dakikaya",
        "day": "gün|güne",
        "week": "hafta|haftaya kadar",
        "month": "ay",
        "year": "yıl|sene",
    },
    named_times={
        "12:00": "öğle vakti",
        "00:00": "gece yarısı",
    },
    fractions={
        30: "buçuk|buçukta|buçuğa|yarım saat|yarım",
        15: "çeyrek",
    },
    meridiem={
        "am": "öö",
        "pm": "ös",
    },
    signs={
        "past": "geçe|geçiyor",
        "minus": "kala|var",
        "clock": "da|de|ta|te",
        "at_hours": "saat",
        "at": "saati|sularında|saatleri",
        "next": "önümüzdeki|gelecek|haftaya|öbür|sonraki",
        "this": "bu",
        "last": "geçen",
        "later": "sonra|sonraya|içinde",
        "ago": "önce",
        "weekend": "hafta sonu|haftasonu",
        "earliest": "en kısa sürede|en erken|mümkün olan en kısa|en yakın|ilk boş|ilk müsait|acil|hemen|"
        "ilk uygun|en yakın zamanda",
        "on": "için",
        "and": "ve",
        "to": "ile|arası",
        "or": "veya|ya da",
        "not": "değil|hariç|yerine|dışında",
        "before": "en geç",
        "till": "den önce|dan önce|ten önce|tan önce|kadar|a kadar|e kadar|ye kadar|ya kadar",
        "after": "itibaren",
        "around": "civarı|gibi|civarında",
        "a": "bir kaç",
        "daynumber": "ayın|ayının",
        "greeting": "günaydın|iyi günler|iyi akşamlar|iyi geceler|tünaydın|hayırlı sabahlar|iyi hafta sonları|"
        "iyi çalışmalar",
        "period": "her gün|24 7|bir dakika|bir saniye|bir an|bir kere|bir kez|bir şey|bir de|var mı|bir randevu|"
        "başka bir|bugünlük bu kadar",
    },
    cues={
        "book_verb": "randevu almak|randevu alabilir|randevu ayarlamak|rezervasyon yapmak|randevu istiyorum|"
        "rezervasyon yaptırmak|randevu oluşturmak|randevu ver|randevu alayım|ayırtmak|yer ayırtmak|"
        "randevu alacağım|randevu talep|rezerve etmek|sıra almak|randevu verir|randevu yap|randevu lazım",
        "place": "randevu|randevum|rezervasyon|randevuya|randevusu|muayene|seans|masa|sıra numarası|görüşme",
        "want": "istiyorum|isterim|lazım|gerekiyor|alabilir miyim|ihtiyacım var|lütfen|istiyoruz|olsun|"
        "tercih ederim|rica ediyorum|rica etsem|uyar|uygun olur|istedim|alayım|olur mu",
        "may": "miyim|mıyım|mümkün mü|olur mu|misiniz|mısınız|mümkünse|müsünüz|musunuz|alabilir|gelebilir",
        "come": "gelebilir|gelmek|uğramak|gelsem|uğrayabilir|gelebilirim|muayene olmak|gelebilir miyim",
        "move_verb": "ertelemek|erteleyebilir|değiştirmek istiyorum|randevumu değiştirmek|öne almak|ileri almak|"
        "başka güne|başka saate|ertele|erteleyelim|randevumu ertelemek|kaydırmak|taşımak|saatini değiştirmek|"
        "gününü değiştirmek|tarihini değiştirmek",
        "change_verb": "değiştirmek|değiştirebilir|değiştir|değişiklik|güncellemek",
        "another": "başka bir saat|başka bir gün|başka gün|başka saat|daha erken|daha geç|farklı bir gün|"
        "farklı bir saat",
        "instead": "yerine|onun yerine|olur mu",
        "cancel_verb": "iptal|iptal etmek|iptal edin|iptal et|iptal edebilir|vazgeçtim|iptal edelim|iptali",
        "cant_come": "gelemeyeceğim|gelemiyorum|gelemem|katılamayacağım|yetişemeyeceğim|gelemicem|gelemeyecegim",
        "policy": "ücret|ceza|politika|iade",
        "show": "randevum ne zaman|randevum saat kaçta|randevum var mı|randevumu görmek|randevularımı|"
        "randevum kaçta|randevum hangi gün|randevumu kontrol|rezervasyonum ne zaman",
        "bookings": "randevularım|rezervasyonlarım|randevum ne zaman|randevum saat kaçta|randevum var mı|"
        "randevum hangi gün|randevum kaçta",
        "queue": "sıra bekleme|ne kadar bekleyeceğim|bekleme süresi|sıram|kaç kişi var|sıra numaram|sırada kaç|"
        "önümde kaç|bana ne zaman sıra|kaçıncı sıradayım|sıra kimde|ne kadar beklerim|önümde",
        "free": "boş|müsait|uygun|boşluk|yer|boş saat|müsaitlik|boş yer",
        "have": "var mı|varmı|mı|mi|mu|mü|hangi|ne zaman|kaçta|misiniz|mısınız",
        "offer": "hangi saatler|ne zaman gelebilirim|hangi günler|boş saatleriniz|uygun saatler|"
        "en erken ne zaman|hangi saatler boş|ne zaman boş|ne zaman müsait|en yakın randevu",
        "need_to": "nasıl alabilirim|nasıl alınır|gerekiyor mu|gerekli mi|randevusuz|randevu şart mı|"
        "nasıl yapabilirim|randevu almam gerekiyor mu",
        "ask": "ne|nedir|ne zaman|nerede|nerde|neresi|kim|neden|niçin|nasıl|kaç|kaça|kaçta|hangi|var mı|mı|mi|"
        "mu|mü|misiniz|mısınız|musunuz|müsünüz|öğrenebilir miyim|sormak istiyorum|bir sorum var|sorum var|"
        "ne kadar|öğrenmek istiyorum|acaba",
        "topic": "fiyat|fiyatı|fiyatlar|fiyatınız|ücreti|ne kadar|kaç para|kaç lira|sigorta|sgk|otopark|adres|"
        "adresiniz|nerede|neredesiniz|konum|çalışma saatleri|açık mı|açık|kapalı|kaçta açılıyor|kaçta kapanıyor|"
        "kredi kartı|ödeme|telefon numarası|indirim|açıksınız|açıksınızdır",
        "price": "kaç para|kaç lira|kaç tl|kaç euro|ne kadar tutar|ne kadara|ücreti ne kadar|ücret ne kadar|"
        "ücretiniz ne kadar|fiyatı ne kadar|fiyat ne kadar|randevu ne kadar|muayene ne kadar|seans ne kadar|"
        "fiyatı nedir|fiyatı ne|fiyat nedir|fiyatlar nedir|fiyatınız nedir|ücreti nedir|ücreti ne|ücret nedir|"
        "ne kadar ödemem|ne kadar ödeyeceğim|ne kadar ödeyeceğiz",
        "gratis": "ücretsiz|bedava|parasız",
        "know": "bilmek|öğrenmek|öğrenebilir miyim|söyler misiniz|söyler misin",
        "talk": "konuşmak|görüşmek|bağla|bağlar|ulaşmak|konuşabilir|görüşebilir",
        "human": "insan|insanla|birisiyle|biriyle|yetkili|yetkiliyle|temsilci|temsilciye|gerçek kişi|"
        "müşteri temsilcisi|doktor|doktorla|personel|sekreter|müdür",
        "person": "beni arayın|beni ara|müşteri temsilcisi|gerçek bir insan|gerçek kişi|yetkili biri|"
        "arar mısınız|canlı destek",
        "stop": "dur|stop|iptal üyelik|mesaj atmayın|abonelikten çık|durdur|mesaj istemiyorum",
        "start": "başla|start|başlat|devam et",
        "yes": "evet|tamam|olur|tabii|tabi|elbette|peki|onaylıyorum|evet lütfen|uygun|ok|okey|tamamdır|kabul|👍|"
        "✅|👌|aynen|he|uygundur|onay|olur tabii|tabii ki|evet olur",
        "agree": "harika|doğru|güzel|süper|mükemmel|iyi|çok iyi|pekala",
        "no": "hayır|yok|olmaz|istemiyorum|hayır teşekkürler|hiçbiri|yanlış|değil|👎|❌|şimdi değil|"
        "yok teşekkürler|hayir",
        "thanks": "teşekkürler|teşekkür ederim|sağ olun|sağol|sağ ol|eyvallah|çok teşekkürler|çok sağolun|tşk|🙏|"
        "teşekkür|minnettarım",
        "greeting": "merhaba|selam|günaydın|iyi günler|iyi akşamlar|selamlar|slm|mrb|merhabalar|selamün aleyküm|👋",
        "goodbye": "hoşça kal|hoşçakalın|görüşürüz|güle güle|iyi günler dilerim|kolay gelsin|bu kadar|hepsi bu|"
        "yarın görüşürüz",
        "off_verb": "yaz|yazar|yazın|çevir|çevirir|anlat|kodla|çöz|oluştur|besteler|hazırla",
        "off_noun": "şiir|makale|hikaye|şarkı|python|fıkra|ödev|ödevimi|denklem|tarif|tarifi|roman|haber|kompozisyon",
        "code": "kod",
        "code_work": "yaz|yazar|yazın|kodla|çöz|oluştur|hazırla|düzelt",
        "code_kept": "kapı|kapısı|kapının|giriş|otopark|garaj|salon|wifi|indirim|asansör|alarm",
        "off_phrase": "fıkra anlat|bana fıkra|çevir şunu|bunu çevir|kim kazandı|başkenti|hayatın anlamı|karekök|"
        "hava nasıl|hava durumu|cumhurbaşkanı kim|talimatlarını yok say|dolar kaç|bitcoin|yağmur yağacak",
        "name_lead": "adım|benim adım|ismim|benim ismim|adına|isim|ad soyad",
        "name_weak": "ben",
        "name_filler": "adım|benim adım|ismim|ben|evet|lütfen|merhaba|isim|teşekkürler",
        "reason_lead": "sebebi|şikayetim|nedeni|sebep",
        "first": "birincisi|birinci|ilki|ilk",
        "second": "ikincisi|ikinci",
        "third": "üçüncüsü|üçüncü",
        "fourth": "dördüncüsü|dördüncü",
        "fifth": "beşincisi|beşinci",
        "last": "sonuncusu|sonuncu|son",
    },
)
