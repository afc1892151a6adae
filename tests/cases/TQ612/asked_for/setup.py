from setuptools import setup

checking = ["coverage", "pytest>=7"]
setup(name="billing", install_requires=["attrs"], extras_require={"tests": checking})
