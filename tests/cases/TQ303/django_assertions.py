from django.test import TestCase


class CartTest(TestCase):
    def test_said_by_the_content(self):
        response = self.client.get("/cart/")
        self.assertNotEqual(response.status_code, 404)
        self.assertContains(response, "total")

    def test_said_by_the_redirect(self):
        response = self.client.get("/cart/")
        self.assertNotEqual(response.status_code, 500)
        self.assertRedirects(response, "/login/")

    def test_template_says_nothing(self):
        response = self.client.get("/cart/")
        self.assertNotEqual(response.status_code, 404)  # TQ303
        self.assertTemplateUsed(response, "cart.html")
